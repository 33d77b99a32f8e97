import { type Hex, isHex, lchOf } from './colour.ts'
import type { Ground } from './roles/derivation.ts'
import { colourRoles } from './roles/index.ts'
import { shape, shapeDefault } from './roles/shape.ts'
import type { Scheme } from './types.ts'

export type Brand = { color: Hex; accent?: Hex; neutral?: Hex }
export type Tokens = Readonly<Record<string, string>>

/**
 * Every role of one scheme: what the theme says, or else its derivation. Derivations see explicit values,
 * so a theme that only darkens its header gets light text on it.
 */
export function resolveTokens(brand: Brand, scheme: Scheme, explicit: Tokens): Record<string, string> {
  const found = new Map<string, Hex>()
  const ground: Ground = {
    scheme,
    brand: brand.color,
    accent: brand.accent ?? brand.color,
    tint: tintOf(brand),
    colour(role) {
      const known = found.get(role)
      if (known) return known
      const said = explicit[role]
      const value = said && isHex(said) ? said : colourRoles[role]?.(ground)
      if (!value) throw new TypeError(`No colour role is called ${role}`)
      found.set(role, value)
      return value
    },
  }
  const colours = Object.keys(colourRoles).map((role) => [role, ground.colour(role)])
  const shapes = Object.keys(shape).map((role) => [role, explicit[role] ?? shapeDefault(role, scheme)])
  return Object.fromEntries([...colours, ...shapes])
}

/** Greys carry a trace of the brand's hue, or wholly the neutral's when the theme gives one. */
function tintOf({ color, neutral }: Brand): Ground['tint'] {
  const { c, h } = lchOf(neutral ?? color)
  return { c: neutral ? Math.min(c, 0.014) : Math.min(c * 0.06, 0.009), h }
}
