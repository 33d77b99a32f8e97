import { against, brandHue, type Derivation, grey, hue, same } from './derivation.ts'

/** Badges are a pale ground with a strong word on it; only an urgent ticket is allowed to shout. */
export const tickets: Record<string, Derivation> = {
  'status-open': same('info-subtle'),
  'on-status-open': same('on-info-subtle'),
  'status-waiting': same('warning-subtle'),
  'on-status-waiting': same('on-warning-subtle'),
  'status-closed': grey(0.935, 0.3, 1.2),
  'on-status-closed': against(grey(0.42, 0.82, 1.4), 4.5, 'status-closed'),
  'priority-low': grey(0.95, 0.27),
  'on-priority-low': against(grey(0.47, 0.75), 4.5, 'priority-low'),
  'priority-normal': grey(0.935, 0.3),
  'on-priority-normal': against(grey(0.36, 0.88), 4.5, 'priority-normal'),
  'priority-high': same('warning-subtle'),
  'on-priority-high': same('on-warning-subtle'),
  'priority-urgent': same('danger'),
  'on-priority-urgent': same('on-danger'),
  'bubble-customer': brandHue([0.958, 0.022], [0.275, 0.04]),
  'on-bubble-customer': against(same('on-surface'), 4.5, 'bubble-customer'),
  'bubble-customer-border': brandHue([0.885, 0.05], [0.4, 0.07]),
  'bubble-agent': same('surface'),
  'on-bubble-agent': against(same('on-surface'), 4.5, 'bubble-agent'),
  'bubble-agent-border': same('line'),
  'bubble-internal': hue(88, [0.965, 0.04], [0.28, 0.04]),
  'on-bubble-internal': against(same('on-surface'), 4.5, 'bubble-internal'),
  'bubble-internal-border': hue(88, [0.84, 0.1], [0.46, 0.08]),
}

/** Neighbours differ in lightness as well as in hue, so that they stay apart for every kind of colour vision. */
const series: [number, [number, number], [number, number]][] = [
  [255, [0.45, 0.15], [0.68, 0.14]],
  [60, [0.64, 0.15], [0.84, 0.13]],
  [165, [0.5, 0.11], [0.64, 0.12]],
  [350, [0.4, 0.14], [0.78, 0.12]],
  [220, [0.66, 0.11], [0.88, 0.08]],
  [120, [0.36, 0.09], [0.58, 0.13]],
]

export const charts: Record<string, Derivation> = Object.fromEntries(
  series.map(([h, light, dark], index) => [`chart-${index + 1}`, against(hue(h, light, dark), 3, 'surface')]),
)
