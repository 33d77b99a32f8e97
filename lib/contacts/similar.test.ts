import { expect, test } from 'vitest'
import { isSimilarName } from './similar.ts'

test.each([
  ['Katrin Berger', 'Berger, Katrin'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Katrin Berger', 'Kathrin Berger'],
  ['André Weiß', 'Andre Weiss'],
])('%s may be %s', (one, other) => {
  expect(isSimilarName(one, other)).toBe(true)
})

test.each([
  ['Katrin Berger', 'Karin Bergmann'],
  ['Eva Ott', 'Uwe Ott'],
  ['Lena Brandt', 'Tom Whitfield'],
])('%s is not %s', (one, other) => {
  expect(isSimilarName(one, other)).toBe(false)
})
