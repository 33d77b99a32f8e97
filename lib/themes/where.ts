import path from 'node:path'

/** Where themes are read from and where good builds are kept. */
export type Where = { themesDir: string; dataDir: string; safeMode: boolean; production: boolean }

// Stands in for lib/env.ts until that file exists.
const read = process.env

export function whereFromEnvironment(): Where {
  return {
    themesDir: path.resolve(read.THEMES_DIR ?? 'themes'),
    dataDir: path.resolve(read.DATA_DIR ?? '.data'),
    safeMode: read.THEME_SAFE_MODE === '1',
    production: read.NODE_ENV === 'production',
  }
}
