import type { FontShape } from '../manifest.ts'
import type { FontFacts } from './woff2.ts'

/** Faces on nearly every device, with the mean advance of `sample` in parts of the em. */
const standIns = {
  sans: { names: ['Arial', 'Liberation Sans', 'Arimo'], averageWidth: 0.454 },
  serif: { names: ['Times New Roman', 'Liberation Serif', 'Tinos'], averageWidth: 0.4144 },
}

export function fontFace(font: FontShape, url: string): string {
  const range = font.unicodeRange ? `;unicode-range:${font.unicodeRange}` : ''
  return `@font-face{font-family:"${font.family}";font-style:${font.style};font-weight:${font.weight};font-display:swap;src:url(${url}) format("woff2")${range}}`
}

/** A system face scaled to the font's widths and heights, so that nothing moves when the font arrives. */
export function fallbackFace(font: FontShape, facts: FontFacts): string {
  const { names, averageWidth } = standIns[font.fallback]
  const scale = facts.averageWidth / averageWidth
  const percent = (value: number) => `${Math.round(value * 10_000) / 100}%`
  const sources = names.map((name) => `local("${name}")`).join(',')
  return (
    `@font-face{font-family:"${fallbackName(font.family)}";src:${sources};size-adjust:${percent(scale)};` +
    `ascent-override:${percent(facts.ascent / scale)};descent-override:${percent(facts.descent / scale)};` +
    `line-gap-override:${percent(facts.lineGap / scale)}}`
  )
}

export function fallbackName(family: string): string {
  return `${family} fallback`
}

/** Puts the scaled stand-in behind each of the theme's own families in a `font-*` token. */
export function withFallbacks(css: string, families: ReadonlySet<string>): string {
  return css
    .split(', ')
    .flatMap((name) =>
      families.has(name.replaceAll('"', '')) ? [name, `"${fallbackName(name.replaceAll('"', ''))}"`] : [name],
    )
    .join(', ')
}
