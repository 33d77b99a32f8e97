import type { Demand, Hex } from '../colour.ts'
import { hexOf, lchOf, settle } from '../colour.ts'
import type { Scheme } from '../types.ts'

/** What a derivation may look at: the brand, the scheme, and any other colour role (explicit or derived in turn). */
export type Ground = {
  scheme: Scheme
  brand: Hex
  accent: Hex
  /** Hue and strength of the greys. */
  tint: { c: number; h: number }
  colour(role: string): Hex
}

export type Derivation = (ground: Ground) => Hex

/** A grey in the brand's tint, given as the lightness in the light and in the dark scheme. Dark greys need more chroma to show it. */
export function grey(light: number, dark: number, strength = 1): Derivation {
  return ({ scheme, tint }) =>
    scheme === 'light'
      ? hexOf({ l: light, c: tint.c * strength, h: tint.h })
      : hexOf({ l: dark, c: tint.c * strength * 1.6, h: tint.h })
}

/** A hue at a lightness and chroma per scheme. */
export function hue(h: number, light: [l: number, c: number], dark: [l: number, c: number]): Derivation {
  return ({ scheme }) => {
    const [l, c] = scheme === 'light' ? light : dark
    return hexOf({ l, c, h })
  }
}

/** The brand's hue at a lightness per scheme; its chroma is capped so that loud brands stay calm as a ground. */
export function brandHue(light: [l: number, c: number], dark: [l: number, c: number]): Derivation {
  return ({ scheme, brand }) => {
    const { c, h } = lchOf(brand)
    const [l, cap] = scheme === 'light' ? light : dark
    return hexOf({ l, c: Math.min(c, cap), h })
  }
}

export const same =
  (role: string): Derivation =>
  ({ colour }) =>
    colour(role)

/** Moves what `start` gives in lightness until it differs enough from every named ground. */
export function against(start: Derivation, min: number, ...roles: string[]): Derivation {
  return (ground) =>
    settle(
      start(ground),
      roles.map((role): Demand => ({ against: ground.colour(role), min })),
    )
}

/** The ink of the role's own ground: dark on light, light on dark, whatever the scheme; legible on `others` too. */
export function inkOn(role: string, min: number, onLight: number, onDark: number, others: string[] = []): Derivation {
  return ({ tint, colour }) => {
    const ground = colour(role)
    const l = lchOf(ground).l > 0.6 ? onLight : onDark
    const demands = [{ against: ground, min }, ...others.map((other) => ({ against: colour(other), min: 4.5 }))]
    return settle(hexOf({ l, c: tint.c * 1.4, h: tint.h }), demands)
  }
}
