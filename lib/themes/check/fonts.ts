import { readWoff2 } from '../fonts/woff2.ts'
import type { Layer } from '../layer.ts'
import type { Problem } from '../problem.ts'

/** What English and German texts need beyond the plain letters. */
const needed = 'ÄÖÜäöüßéèàç„“”‚‘’–—…·×€§©'

export function fontFaults([{ folder, manifest }]: readonly [Layer, ...Layer[]]): Problem[] {
  const fonts = manifest.fonts ?? []
  const families = [...new Set(fonts.map(({ family }) => family))]
  const problems = families.flatMap((family): Problem[] => {
    const files = fonts.filter((font) => font.family === family).flatMap(({ file }) => folder.files.get(file) ?? [])
    const glyphs = files.flatMap((bytes) => [...readWoff2(bytes).glyphs.keys()])
    const missing = [...needed].filter((letter) => !glyphs.includes(letter.codePointAt(0) ?? 0))
    if (missing.length === 0) return []
    const remedy = 'Use a file that holds Latin with German letters and typographic marks.'
    return [{ effect: 'refuse', file: 'theme.json', reason: `the font ${family} lacks ${missing.join(' ')}`, remedy }]
  })
  const licensed = [...folder.files.keys()].some((name) => name.startsWith('fonts/LICENSE'))
  if (fonts.length > 0 && !licensed) {
    problems.push({
      effect: 'refuse',
      file: 'fonts/LICENSE',
      reason: 'is missing',
      remedy: 'Add the licence that allows the fonts to be served.',
    })
  }
  return problems
}
