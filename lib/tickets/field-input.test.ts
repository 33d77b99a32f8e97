import { describe, expect, test } from 'vitest'
import { type FormField, parseFields } from './field-input.ts'

const field = (key: string, rest: Partial<FormField> = {}): FormField => ({
  id: key.length,
  key,
  type: 'text',
  label: key,
  help: null,
  section: null,
  required: false,
  initial: null,
  options: null,
  condition: null,
  ...rest,
})
const options = [
  { value: 'low', labels: {} },
  { value: 'high', labels: {} },
]

describe('a value of a form', () => {
  test.each([
    ['number', '3,5', 3.5],
    ['number', ' 12 ', 12],
    ['date', '2026-02-28', '2026-02-28'],
    ['date_time', '2026-02-28T12:30', '2026-02-28T12:30'],
    ['boolean', 'off', false],
    ['list', 'high', 'high'],
    ['multi_list', 'low', ['low']],
    ['email', 'a@example.org', 'a@example.org'],
    ['link', 'https://example.org/x', 'https://example.org/x'],
  ] as const)('of type %s: %j becomes %j', (type, given, expected) => {
    const { values, problems } = parseFields([field('f', { type, options })], { f: given })
    expect(problems).toEqual({})
    expect(values.get(1)).toEqual(expected)
  })

  test.each([
    ['number', 'many', 'fieldNumber'],
    ['date', '2026-02-30', 'fieldDate'],
    ['date_time', 'tomorrow', 'fieldDate'],
    ['list', 'medium', 'fieldChoice'],
    ['multi_list', 'medium', 'fieldChoice'],
    ['email', 'nobody', 'fieldInvalid'],
    ['link', 'javascript:alert(1)', 'fieldInvalid'],
  ] as const)('of type %s: %j is refused', (type, given, reason) => {
    const { values, problems } = parseFields([field('f', { type, options })], { f: given })
    expect(problems).toEqual({ f: reason })
    expect(values.size).toBe(0)
  })
})

test('a required field is asked for, an empty optional one is left out', () => {
  const { values, problems } = parseFields([field('must', { required: true }), field('may')], { must: '  ', may: '' })
  expect(problems).toEqual({ must: 'fieldMissing' })
  expect(values.size).toBe(0)
})

describe('a field with a condition', () => {
  const fields = [
    field('urgency', { type: 'list', options }),
    field('reason', { required: true, condition: { field: 'urgency', values: ['high'] } }),
  ]
  test('is required only while the condition holds', () => {
    expect(parseFields(fields, { urgency: 'high' }).problems).toEqual({ reason: 'fieldMissing' })
    expect(parseFields(fields, { urgency: 'low' }).problems).toEqual({})
  })
  test('is not stored while it does not', () => {
    expect(parseFields(fields, { urgency: 'low', reason: 'typed before' }).values.has('reason'.length)).toBe(false)
  })
})

test('what is no field of the queue is left out', () => {
  expect(parseFields([field('a')], { a: 'x', company: '7', status: 'closed' }).values.size).toBe(1)
})
