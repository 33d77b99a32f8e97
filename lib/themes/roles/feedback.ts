import { hexOf, labelOn } from '../colour.ts'
import { against, type Derivation, hue } from './derivation.ts'

const hues = { success: 152, warning: 68, danger: 26, info: 247 }

export const feedbackNames = Object.keys(hues)

/** Base colours also draw icons and borders on the page, hence 3:1 against it. */
function family(name: string, h: number): [string, Derivation][] {
  return [
    [name, against(hue(h, [0.51, 0.15], [0.74, 0.14]), 3, 'canvas', 'surface', 'surface-raised')],
    [`on-${name}`, ({ colour }) => labelOn([colour(name)], hexOf({ l: 0.2, c: 0.03, h }))],
    [`${name}-subtle`, hue(h, [0.963, 0.025], [0.275, 0.045])],
    [`on-${name}-subtle`, against(hue(h, [0.39, 0.105], [0.88, 0.075]), 4.5, `${name}-subtle`)],
    [`${name}-border`, hue(h, [0.82, 0.085], [0.44, 0.08])],
  ]
}

export const feedback: Record<string, Derivation> = Object.fromEntries(
  Object.entries(hues).flatMap(([name, h]) => family(name, h)),
)
