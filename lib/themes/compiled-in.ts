import { buildTheme } from './build.ts'
import type { BuiltTheme } from './built.ts'
import { layerOf } from './layer.ts'
import { plainFiles } from './plain.ts'

let built: BuiltTheme | undefined

/** The theme that is always there: no folder, no font and no disk is needed for it. */
export function compiledInTheme(): BuiltTheme {
  built ??= build()
  return built
}

function build(): BuiltTheme {
  const { layer } = layerOf({ id: 'default', files: new Map(plainFiles), problems: [] })
  const theme = layer && buildTheme([layer]).built
  if (!theme) throw new TypeError('The compiled-in theme is not valid')
  return theme
}
