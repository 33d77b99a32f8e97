import type { ThemeFile } from './built.ts'
import { wear } from './built.ts'
import { compiledInTheme } from './compiled-in.ts'
import type { DegradedTheme, Theme } from './types.ts'

type Registry = { themes: Map<string, Theme>; files: Map<string, ThemeFile>; degraded: DegradedTheme[] }

let registry: Registry | undefined

function current(): Registry {
  registry ??= load()
  return registry
}

function load(): Registry {
  const built = compiledInTheme()
  return {
    themes: new Map([[built.id, wear(built)]]),
    files: new Map(Object.entries(built.files)),
    degraded: [],
  }
}

/** The theme of this id, or `default`; never throws. */
export function themeNamed(id: string): Theme {
  const { themes } = current()
  return themes.get(id) ?? themes.get('default') ?? wear(compiledInTheme())
}

export function allThemes(): Theme[] {
  return [...current().themes.values()]
}

export function degradedThemes(): DegradedTheme[] {
  return current().degraded
}

/** A stylesheet, font or picture by its opaque name. */
export function themeFile(name: string): ThemeFile | undefined {
  return current().files.get(name)
}
