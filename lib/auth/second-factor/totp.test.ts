import { expect, test } from 'vitest'
import { keyUri, newSecret, stepOfCode } from './totp.ts'

// RFC 6238, appendix B, of which the last six digits are what an app shows.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => seconds * 1000

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [2000000000, '279037', 66666666],
])('at %i the code %s is that of its time step', (seconds, code, step) => {
  expect(stepOfCode(SECRET, code, at(seconds))).toBe(step)
})

test('the code before and the one after count, for clocks differ, and no other', () => {
  const found = [-2, -1, 0, 1, 2].map((steps) => stepOfCode(SECRET, '081804', at(1111111109 + steps * 30)))
  expect(found).toEqual([null, 37037036, 37037036, 37037036, null])
})

test.each(['', '08180', '0818040', 'abcdef', '081805'])('"%s" is no code', (code) => {
  expect(stepOfCode(SECRET, code, at(1111111109))).toBeNull()
})

test('a new secret has 160 bits, and the picture for the app says whose it is', () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(secret)
  const uri = new URL(keyUri(secret, { issuer: 'Acme: Support', label: 'anna@acme' }))
  expect(uri.protocol + uri.host).toBe('otpauth:totp')
  expect(uri.searchParams.get('secret')).toBe(secret)
  expect(uri.searchParams.get('issuer')).toBe('Acme: Support')
})
