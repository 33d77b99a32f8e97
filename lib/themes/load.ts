import { type BuiltTheme, type ThemeFile, wear } from './built.ts'
import { buildAll } from './collect.ts'
import { compiledInTheme } from './compiled-in.ts'
import { keepBuild, lastGoodBuild } from './last-good.ts'
import type { Problem } from './problem.ts'
import type { DegradedTheme, Theme } from './types.ts'

/** Where themes lie and where good builds are kept; `lib/env.ts` has this shape. */
export type Where = { themesDir: string; dataDir: string; themeSafeMode: boolean }
export type Loaded = { themes: Map<string, Theme>; files: Map<string, ThemeFile>; degraded: DegradedTheme[] }

/** Reads and builds everything by the fallback ladder. Never throws; what went wrong is in `degraded`. */
export function loadThemes({ themesDir, dataDir, themeSafeMode }: Where): Loaded {
  const compiledIn = compiledInTheme()
  const loaded: Loaded = { themes: new Map(), files: new Map(), degraded: [] }
  add(loaded, compiledIn)
  if (themeSafeMode) return loaded
  for (const [id, { built, problems }] of buildAll(themesDir)) {
    const standIn = built ?? lastGoodBuild(dataDir, id)
    if (standIn) add(loaded, standIn)
    if (built) keepBuild(dataDir, built)
    const degraded = degradation(id, problems, built, standIn)
    if (degraded) loaded.degraded.push(degraded)
  }
  return loaded
}

function add({ themes, files }: Loaded, built: BuiltTheme): void {
  themes.set(built.id, wear(built))
  for (const [name, file] of Object.entries(built.files)) files.set(name, file)
}

function degradation(
  id: string,
  problems: Problem[],
  built?: BuiltTheme,
  standIn?: BuiltTheme,
): DegradedTheme | undefined {
  const grave = problems.find(({ effect }) => effect === 'refuse') ?? problems.find(({ effect }) => effect === 'repair')
  if (!grave) return undefined
  const wearing = built ? 'repaired' : standIn ? 'last-good' : 'default'
  return { id, wearing, reason: `${grave.file}${grave.line ? `:${grave.line}` : ''} ${grave.reason}` }
}
