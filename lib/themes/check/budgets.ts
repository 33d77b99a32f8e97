import { gzipSync } from 'node:zlib'
import type { BuiltTheme } from '../built.ts'
import { textOf } from '../folder.ts'
import type { Layer } from '../layer.ts'
import type { Problem } from '../problem.ts'

const kilobyte = 1024

export const budgets = {
  stylesheet: 4 * kilobyte,
  customCss: 8 * kilobyte,
  logo: 20 * kilobyte,
  font: 60 * kilobyte,
  fonts: 200 * kilobyte,
  preloads: 2,
}

export function overBudget([{ folder, manifest }]: readonly [Layer, ...Layer[]], built: BuiltTheme): Problem[] {
  const problems: Problem[] = []
  const limit = (file: string, what: string, weight: number, most: number) => {
    if (weight > most)
      problems.push({
        effect: 'refuse',
        file,
        reason: `${what} weighs ${kb(weight)}, more than ${kb(most)}`,
        remedy: 'Make it lighter.',
      })
  }
  const custom = gzipSync(textOf(folder, 'custom.css') ?? '').length
  limit('custom.css', 'custom.css (gzip)', custom, budgets.customCss)
  limit('tokens/base.tokens.json', 'theme.css (gzip)', stylesheetWeight(built) - custom, budgets.stylesheet)
  for (const [file, bytes] of folder.files) {
    if (/^brand\/(logo|favicon)/.test(file)) limit(file, 'the file', bytes.length, budgets.logo)
    if (file.endsWith('.woff2')) limit(file, 'the font', bytes.length, budgets.font)
  }
  limit('theme.json', 'all fonts together', fontsWeight(built), budgets.fonts)
  if (built.preloads.length > budgets.preloads) {
    const reason = `${built.preloads.length} fonts are preloaded, more than ${budgets.preloads}`
    problems.push({
      effect: 'refuse',
      file: 'theme.json',
      reason,
      remedy: 'Preload the faces of body and heading only.',
    })
  }
  return [...problems, ...unusedFonts(folder.files.keys(), manifest.fonts ?? [])]
}

/** Bytes of `theme.css` after gzip, as a browser receives it. */
export function stylesheetWeight({ stylesheet, files }: BuiltTheme): number {
  return gzipSync(Buffer.from(files[stylesheet.slice('/theme/'.length)]?.base64 ?? '', 'base64'), { level: 9 }).length
}

export function fontsWeight({ files }: BuiltTheme): number {
  const fonts = Object.values(files).filter(({ type }) => type === 'font/woff2')
  return fonts.reduce((sum, { base64 }) => sum + Buffer.byteLength(base64, 'base64'), 0)
}

function unusedFonts(names: Iterable<string>, fonts: { file: string }[]): Problem[] {
  return [...names]
    .filter((name) => name.endsWith('.woff2') && !fonts.some(({ file }) => file === name))
    .map((file) => ({
      effect: 'note',
      file,
      reason: 'is not listed in theme.json',
      remedy: 'List it under "fonts" or remove it.',
    }))
}

function kb(bytes: number): string {
  return `${(bytes / kilobyte).toFixed(1)} kB`
}
