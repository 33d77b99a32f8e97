import { expect, test } from 'vitest'
import { passwordProblem } from './password-policy.ts'

const problem = (password: string) => passwordProblem(password, 12, ['lena.brandt', 'Lena', 'Brandt', 'portico'])

test.each([
  ['short pass', 'too_short'],
  ['elf Zeichen', 'too_short'],
  ['x'.repeat(129), 'too_long'],
  ['Password1234', 'common'],
  ['abcabcabcabc', 'common'],
  ['aaaaaaaaaaaaaa', 'common'],
  ['lena.brandt42', 'contains_login'],
  ['PorticoPortico1', 'contains_login'],
])('%s is refused: %s', (password, expected) => {
  expect(problem(password)).toBe(expected)
})

test.each([
  'green harbour and 42 gulls',
  'Wörter ohne Zusammenhang',
  '🐢🐢🦆🦆🐢🦆🐢🐢🦆🐢🦆🦆',
  'lena walks the long way',
])('%s is accepted', (password) => {
  expect(problem(password)).toBeNull()
})

test('length counts characters, not code units, after normalisation', () => {
  expect(problem('e\u0301'.repeat(11))).toBe('too_short')
})
