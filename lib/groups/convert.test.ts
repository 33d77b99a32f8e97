import { expect, test } from 'vitest'
import type { FieldType } from '../tickets/field-types.ts'
import { convertValue } from './convert.ts'

const options = [
  { value: 'basic', labels: { en: 'Basic', de: 'Basis' } },
  { value: 'plus', labels: { en: 'Plus' } },
]
const typed = (type: FieldType) => ({ type, options: type === 'list' || type === 'multi_list' ? options : null })

test.each([
  ['12', 'text', 'number', 12],
  ['-0,5', 'text', 'number', -0.5],
  ['007', 'text', 'number', undefined],
  ['1.50', 'text', 'number', undefined],
  ['12 pieces', 'text', 'number', undefined],
  ['12345678901234567890', 'text', 'number', undefined],
  [12.5, 'number', 'text', '12.5'],
  ['2026-03-12', 'date', 'date_time', '2026-03-12T00:00'],
  ['2026-03-12T00:00', 'date_time', 'date', '2026-03-12'],
  ['2026-03-12T14:05', 'date_time', 'date', undefined],
  ['2026-02-30', 'text', 'date', undefined],
  ['Ja', 'text', 'boolean', true],
  ['perhaps', 'text', 'boolean', undefined],
  [false, 'boolean', 'text', 'false'],
  ['basis', 'text', 'list', 'basic'],
  ['gold', 'text', 'list', undefined],
  ['basic', 'list', 'multi_list', ['basic']],
  [['basic'], 'multi_list', 'list', 'basic'],
  [['basic', 'plus'], 'multi_list', 'list', undefined],
  [['basic', 'plus'], 'multi_list', 'text', 'Basic, Plus'],
  ['Basic; PLUS', 'text', 'multi_list', ['basic', 'plus']],
  ['two\nlines', 'long_text', 'text', undefined],
  ['one line', 'long_text', 'text', 'one line'],
  ['a@b.example', 'text', 'email', 'a@b.example'],
  ['javascript:alert(1)', 'text', 'link', undefined],
] as const)('%o of type %s becomes %s as %o', (value, from, to, expected) => {
  expect(convertValue(value, typed(from), typed(to))).toEqual(expected)
})
