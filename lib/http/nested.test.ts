import { expect, test } from 'vitest'
import { z } from 'zod'
import { nested } from './nested.ts'
import { problemsOf } from './problems.ts'

const shape = nested(
  z.object({
    key: z.string(),
    labels: z.record(z.string(), z.string().min(1, 'missing')),
    rows: z.record(z.string(), z.object({ value: z.string() })).optional(),
  }),
)

test('names with dots become what they name', () => {
  const form = { key: 'a', 'labels.en': 'English', 'labels.de': 'Deutsch', 'rows.0.value': 'x', 'rows.1.value': 'y' }
  expect(shape.parse(form)).toEqual({
    key: 'a',
    labels: { en: 'English', de: 'Deutsch' },
    rows: { 0: { value: 'x' }, 1: { value: 'y' } },
  })
})

test('a problem has the name of its field', () => {
  const parsed = shape.safeParse({ key: 'a', 'labels.en': '' })
  expect(parsed.error && problemsOf(parsed.error)).toEqual({ 'labels.en': 'missing' })
})

test('a name of the language itself means nothing', () => {
  shape.safeParse({ key: 'a', '__proto__.polluted': 'yes', 'constructor.prototype.polluted': 'yes', 'labels.en': 'x' })
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})
