import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type Build, buildTheme } from './build.ts'
import { chainOf } from './chain.ts'
import { readFolder } from './folder.ts'
import { type Layer, layerOf } from './layer.ts'
import { themeId } from './manifest.ts'
import type { Problem } from './problem.ts'

export type Collected = Build & { chain?: readonly [Layer, ...Layer[]] }

/**
 * Every theme folder with what came of it; `abstract` themes are only parents and have no build. A folder given as
 * `candidate` counts as if it lay among them.
 */
export function buildAll(themesDir: string, candidate?: string): Map<string, Collected> {
  const builds = new Map<string, Collected>()
  const layers = new Map<string, Layer>()
  const folders = themeIds(themesDir).map((id) => path.join(themesDir, id))
  for (const dir of candidate ? [...folders, candidate] : folders) {
    const id = path.basename(dir)
    const { layer, problems } = attempt(() => layerOf(readFolder(dir)))
    builds.set(id, { problems })
    if (layer) layers.set(id, layer)
  }
  for (const [id, layer] of layers) {
    const build = attempt(() => buildOne(layer, layers))
    if (layer.manifest.abstract && !build.problems.some(({ effect }) => effect === 'refuse')) builds.delete(id)
    else builds.set(id, build)
  }
  return builds
}

export function themeIds(themesDir: string): string[] {
  if (!existsSync(themesDir)) return []
  return readdirSync(themesDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && themeId.safeParse(entry.name).success)
    .map(({ name }) => name)
    .sort()
}

function buildOne(layer: Layer, layers: ReadonlyMap<string, Layer>): Collected {
  const chain = chainOf(layer, layers)
  if ('effect' in chain) return { problems: [...layer.problems, chain] }
  return { ...buildTheme(chain), chain }
}

/** A folder may vanish or be half-written while it is read; that spoils this theme only. */
function attempt<T extends { problems: Problem[] }>(build: () => T): T | { problems: Problem[]; layer?: undefined } {
  try {
    return build()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      problems: [{ effect: 'refuse', file: '.', reason, remedy: 'Check that the folder is complete and readable.' }],
    }
  }
}
