import { contrast, type Hex, hexOf, labelOn, lchOf, settle } from '../colour.ts'
import { against, brandHue, type Derivation, type Ground, grey, hue, same } from './derivation.ts'

const reading = ['canvas', 'surface', 'surface-raised', 'surface-sunken']
const brand: Derivation = (ground) => ground.brand

/** In the dark scheme a deep accent is lifted before it is measured, so that it does not sit on its threshold. */
const linkStart: Derivation = (ground) => (ground.scheme === 'light' ? ground.accent : lifted(ground.accent))

export const action: Record<string, Derivation> = {
  brand,
  'on-brand': ({ brand }) => labelOn([brand], hexOf({ ...lchOf(brand), l: 0.2, c: 0.03 })),
  action: against(brand, 3, 'canvas', 'surface', 'surface-raised'),
  'on-action': ({ tint, colour }) => labelOn([colour('action')], hexOf({ l: 0.18, c: tint.c, h: tint.h })),
  'action-hover': pressed(0.05),
  'action-active': pressed(0.1),
  'action-disabled': grey(0.91, 0.3),
  'on-action-disabled': against(grey(0.5, 0.72), 4.5, 'action-disabled'),
  'action-subtle': brandHue([0.955, 0.03], [0.29, 0.05]),
  'on-action-subtle': against(brandHue([0.42, 0.14], [0.86, 0.09]), 4.5, 'action-subtle'),
  link: against(linkStart, 4.5, ...reading),
  'link-hover': against(shifted('link', 0.09), 4.5, ...reading),
  'link-visited': against(hue(308, [0.45, 0.13], [0.78, 0.1]), 4.5, ...reading),
  'focus-gap': same('surface'),
  'focus-ring': against(linkStart, 3, 'focus-gap', ...reading),
  selection: brandHue([0.88, 0.07], [0.4, 0.09]),
  'on-selection': against(same('on-surface'), 4.5, 'selection'),
}

function lifted(hex: Hex): Hex {
  const { c, h } = lchOf(hex)
  return hexOf({ l: 0.78, c: Math.min(c, 0.12), h })
}

/** A step away from the label, as far as the label and the page behind the button allow. */
function pressed(step: number): Derivation {
  return (ground) => {
    const label = ground.colour('on-action')
    const base = ground.colour('action')
    const away = lchOf(label).l > 0.6 ? -step : step
    const { l, c, h } = lchOf(base)
    const demands = [
      { against: label, min: 4.5 },
      ...['canvas', 'surface', 'surface-raised'].map((role) => ({ against: ground.colour(role), min: 3 })),
    ]
    const settled = settle(hexOf({ l: l + away, c, h }), demands)
    return contrast(settled, base) > 1.08 ? settled : settle(hexOf({ l: l - away, c, h }), demands)
  }
}

/** Further from the page than the role itself: darker in the light scheme, lighter in the dark one. */
function shifted(role: string, step: number): Derivation {
  return (ground: Ground) => {
    const { l, c, h } = lchOf(ground.colour(role))
    return hexOf({ l: ground.scheme === 'light' ? l - step : l + step, c, h })
  }
}
