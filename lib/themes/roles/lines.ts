import { against, type Derivation, grey, inkOn, same } from './derivation.ts'

export const lines: Record<string, Derivation> = {
  line: grey(0.905, 0.305, 1.3),
  'line-strong': grey(0.8, 0.42, 1.6),
  field: same('surface'),
  'on-field': inkOn('field', 7, 0.235, 0.955),
  placeholder: inkOn('field', 4.5, 0.5, 0.72),
  'field-border': against(grey(0.61, 0.59, 1.8), 3, 'field', 'canvas', 'surface', 'surface-raised'),
  'field-border-hover': against(grey(0.45, 0.75, 1.8), 3, 'field', 'canvas', 'surface', 'surface-raised'),
}
