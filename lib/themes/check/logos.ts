import type { BuiltTheme } from '../built.ts'
import { contrast, type Hex, isHex } from '../colour.ts'
import type { Problem } from '../problem.ts'
import type { LogoPlace, Scheme } from '../types.ts'

const grounds: [LogoPlace, string][] = [
  ['header', 'header'],
  ['surface', 'surface'],
  ['inverse', 'surface-inverse'],
]

/** The logo that each place will show must stand out from it by 3:1 (WCAG 1.4.11), judged by the colour that fills most of it. */
export function illegibleLogos({ logos, tokens, schemes, files }: BuiltTheme): Problem[] {
  const problems: Problem[] = []
  for (const scheme of schemes === 'both' ? (['light', 'dark'] as const) : [schemes]) {
    for (const [place, role] of grounds) {
      const svg = drawing(files, logos[place][scheme])
      const ground = tokens[scheme][role] ?? ''
      const colour = svg && mainFill(svg)
      if (!colour || !isHex(ground) || contrast(colour, ground) >= 3) continue
      problems.push({ effect: 'refuse', ...told(place, scheme, colour, ground) })
    }
  }
  return problems
}

/** The hexadecimal fill with the longest outlines; black where an SVG names none, as SVG has it. */
export function mainFill(svg: string): Hex | undefined {
  const weights = new Map<Hex, number>()
  for (const [element] of svg.matchAll(/<(path|rect|circle|ellipse|polygon|g)\b[^>]*>/g)) {
    const fill = /\sfill="(#[0-9a-f]{3,6}|none|[a-z]+)"/i.exec(element)?.[1] ?? '#000000'
    const colour = fill.length === 4 ? fill.replace(/[0-9a-f]/gi, '$&$&') : fill
    if (isHex(colour) && !element.startsWith('<g')) weights.set(colour, (weights.get(colour) ?? 0) + element.length)
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function drawing(files: BuiltTheme['files'], url: string): string | undefined {
  const file = files[url.slice('/theme/'.length)]
  return file?.type === 'image/svg+xml' ? Buffer.from(file.base64, 'base64').toString('utf8') : undefined
}

function told(place: LogoPlace, scheme: Scheme, colour: Hex, ground: Hex): Omit<Problem, 'effect'> {
  return {
    file: 'brand/',
    reason: `the logo (${colour}) on ${place} (${ground}) in the ${scheme} scheme is ${contrast(colour, ground).toFixed(2)}:1, below 3:1`,
    remedy: 'Add a lighter brand/logo-dark.svg for dark grounds, or a darker brand/logo.svg for light ones.',
  }
}
