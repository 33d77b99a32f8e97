import { contrast, type Hex, hexOf, labelOn, lchOf, settle } from '../colour.ts'
import { against, brandHue, type Derivation, type Ground, grey, hue, same } from './derivation.ts'
import { reading } from './surfaces.ts'

const page = ['canvas', 'surface', 'surface-raised']
const brand: Derivation = (ground) => ground.brand

/** The brand itself wherever it shows on the page; too deep for the dark scheme, it is lifted well clear of the threshold. */
const actionStart: Derivation = (ground) => {
  const shows = page.every((role) => contrast(ground.brand, ground.colour(role)) >= 3)
  return shows || ground.scheme === 'light' ? ground.brand : lifted(ground.brand, 0.7)
}

/** In the dark scheme a deep accent is lifted before it is measured, so that it does not sit on its threshold. */
const linkStart: Derivation = (ground) => (ground.scheme === 'light' ? ground.accent : lifted(ground.accent, 0.78))

export const action: Record<string, Derivation> = {
  brand,
  'on-brand': ({ brand }) => labelOn([brand], hexOf({ ...lchOf(brand), l: 0.2, c: 0.03 })),
  action: against(actionStart, 3, ...page),
  'on-action': ({ tint, colour }) => labelOn([colour('action')], hexOf({ l: 0.18, c: tint.c, h: tint.h })),
  'action-hover': pressed('action'),
  'action-active': pressed('action-hover'),
  'action-disabled': grey(0.91, 0.3),
  'on-action-disabled': against(grey(0.5, 0.72), 4.5, 'action-disabled'),
  'action-subtle': brandHue([0.955, 0.03], [0.29, 0.05]),
  'on-action-subtle': against(brandHue([0.42, 0.14], [0.86, 0.09]), 4.5, 'action-subtle'),
  link: against(linkStart, 4.5, ...reading),
  'link-hover': against(shifted('link', 0.09), 4.5, ...reading),
  'link-visited': against(hue(308, [0.45, 0.13], [0.78, 0.1]), 4.5, ...reading),
  // Two tones 9:1 apart: whatever lies beside the ring, one of them differs from it by 3:1.
  'focus-gap': same('surface'),
  'focus-ring': against(against(linkStart, 9, 'focus-gap'), 3, ...reading),
  selection: brandHue([0.88, 0.07], [0.4, 0.09]),
  'on-selection': against(same('on-surface'), 4.5, 'selection'),
}

function lifted(hex: Hex, l: number): Hex {
  const { c, h } = lchOf(hex)
  return hexOf({ l, c: Math.min(c, 0.13), h })
}

/** A visible step away from the label, or towards it where the page behind the button leaves no room. */
function pressed(from: string): Derivation {
  return (ground) => {
    const label = ground.colour('on-action')
    const base = ground.colour(from)
    const demands = [{ against: label, min: 4.5 }, ...page.map((role) => ({ against: ground.colour(role), min: 3 }))]
    const { l, c, h } = lchOf(base)
    const away = lchOf(label).l > 0.6 ? -0.05 : 0.05
    const [first, second] = [away, -away].map((step) => settle(hexOf({ l: l + step, c, h }), demands))
    return first && contrast(first, base) > 1.1 ? first : (second ?? base)
  }
}

/** Further from the page than the role itself: darker in the light scheme, lighter in the dark one. */
function shifted(role: string, step: number): Derivation {
  return (ground: Ground) => {
    const { l, c, h } = lchOf(ground.colour(role))
    return hexOf({ l: ground.scheme === 'light' ? l - step : l + step, c, h })
  }
}
