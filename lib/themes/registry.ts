import path from 'node:path'
import { env } from '#lib/env.ts'
import { type ThemeFile, wear } from './built.ts'
import { themeIds } from './collect.ts'
import { compiledInTheme } from './compiled-in.ts'
import { fingerprint } from './folder.ts'
import { type Loaded, loadThemes } from './load.ts'
import type { DegradedTheme, Theme } from './types.ts'

type Registry = { loaded: Loaded; earlier: Loaded['files']; state: string; checkedAt: number }

// On globalThis because pages and route handlers are bundled apart but must share one set of themes.
declare global {
  var porticoThemes: Registry | undefined
}

const lookEvery = { development: 300, production: 3000 }

/** The theme of this id, or `default`; never throws and touches the disk at most once per interval. */
export function themeNamed(id: string): Theme {
  const { themes } = current().loaded
  return themes.get(id) ?? themes.get('default') ?? wear(compiledInTheme())
}

export function isTheme(id: string): boolean {
  return current().loaded.themes.has(id)
}

export function allThemes(): Theme[] {
  return [...current().loaded.themes.values()]
}

/** Themes that are not worn as they were written, with the first reason. */
export function degradedThemes(): DegradedTheme[] {
  return current().loaded.degraded
}

/** A stylesheet, font or picture by its opaque name. Those of the set before are kept for pages already sent. */
export function themeFile(name: string): ThemeFile | undefined {
  const { loaded, earlier } = current()
  return loaded.files.get(name) ?? earlier.get(name) ?? current(250).loaded.files.get(name)
}

/** Forgets everything read, so that the next call reads the folder afresh. */
export function reloadThemes(): void {
  globalThis.porticoThemes = undefined
}

function current(patience?: number): Registry {
  const known = globalThis.porticoThemes
  const now = Date.now()
  const wait = patience ?? (env.isProduction ? lookEvery.production : lookEvery.development)
  if (known && now - known.checkedAt < wait) return known
  const state = stateOf()
  if (known && known.state === state) {
    known.checkedAt = now
    return known
  }
  const next = { loaded: loadThemes(env), earlier: known?.loaded.files ?? new Map(), state, checkedAt: now }
  globalThis.porticoThemes = next
  return next
}

function stateOf(): string {
  const { themesDir, themeSafeMode } = env
  return [
    themesDir,
    themeSafeMode,
    ...themeIds(themesDir).map((id) => `${id}=${safely(() => fingerprint(path.join(themesDir, id)))}`),
  ].join('\n')
}

function safely(read: () => string): string {
  try {
    return read()
  } catch {
    return 'unreadable'
  }
}
