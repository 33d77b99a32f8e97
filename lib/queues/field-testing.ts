import type { NewField } from './field-input.ts'

/** A plain text that customers fill in. */
export const textField: NewField = {
  key: 'serial',
  type: 'text',
  labels: { en: 'Serial number' },
  help: {},
  section: {},
  options: null,
  condition: null,
  initial: null,
  required: false,
  exposure: 'full',
}

export const listField: NewField = {
  ...textField,
  key: 'urgency',
  type: 'list',
  options: [
    { value: 'low', labels: { en: 'Low' } },
    { value: 'high', labels: { en: 'High' } },
  ],
}
