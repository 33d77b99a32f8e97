import { clampChroma, converter, formatHex } from 'culori'

export type Hex = `#${string}`
export type Lch = { l: number; c: number; h: number }

/** A colour that must differ from `against` by at least `min` (WCAG 2 ratio). */
export type Demand = { against: Hex; min: number }

const toOklch = converter('oklch')

export function isHex(value: string): value is Hex {
  return /^#[0-9a-f]{6}$/i.test(value)
}

/** Lightness 0–1, chroma, hue in degrees; a grey has hue 0. */
export function lchOf(hex: Hex): Lch {
  const colour = toOklch(hex)
  return { l: colour?.l ?? 0, c: colour?.c ?? 0, h: colour?.h ?? 0 }
}

/** The sRGB colour nearest in chroma; lightness and hue are kept. */
export function hexOf({ l, c, h }: Lch): Hex {
  const colour = clampChroma({ mode: 'oklch', l: Math.min(1, Math.max(0, l)), c, h }, 'oklch')
  const text = formatHex(colour)
  return isHex(text) ? text : '#000000'
}

/** WCAG 2 relative luminance of an opaque colour. */
export function luminance(hex: Hex): number {
  const value = Number.parseInt(hex.slice(1, 7), 16)
  return 0.2126 * linear(value >> 16) + 0.7152 * linear((value >> 8) & 255) + 0.0722 * linear(value & 255)
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/**
 * The colour nearest to `start` in lightness that meets every demand; `start` itself, byte-identical, when it does.
 * When no lightness meets them all, the one that comes closest.
 */
export function settle(start: Hex, demands: Demand[]): Hex {
  if (shortfall(start, demands) >= 1) return start
  const { l, c, h } = lchOf(start)
  let best: Hex = start
  for (let step = 1; step <= 100; step++) {
    for (const lightness of [l - step / 100, l + step / 100]) {
      if (lightness < -0.01 || lightness > 1.01) continue
      const candidate = hexOf({ l: lightness, c, h })
      const score = shortfall(candidate, demands)
      if (score >= 1) return candidate
      if (score > shortfall(best, demands)) best = candidate
    }
  }
  return best
}

/** White or the given ink, whichever is legible on every ground; black or white where neither is. */
export function labelOn(grounds: Hex[], ink: Hex): Hex {
  const demands = grounds.map((against) => ({ against, min: 4.5 }))
  const choices: Hex[] = ['#ffffff', ink, '#000000']
  const fit = choices.find((choice) => shortfall(choice, demands) >= 1)
  return fit ?? choices.reduce((a, b) => (shortfall(a, demands) >= shortfall(b, demands) ? a : b))
}

/** 1 or more when every demand is met, otherwise how far the worst one is. */
function shortfall(colour: Hex, demands: Demand[]): number {
  return Math.min(1, ...demands.map(({ against, min }) => contrast(colour, against) / min))
}

function linear(channel: number): number {
  const c = channel / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}
