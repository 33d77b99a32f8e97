import { expect, test } from 'vitest'
import { selectionOf } from './selection.ts'

test('without arguments everything runs', () => {
  expect(selectionOf([])).toEqual({ everything: true, vitest: [], playwright: [] })
})

test('a unit test needs no browser', () => {
  expect(selectionOf(['lib/a.test.ts'])).toEqual({
    everything: false,
    vitest: ['lib/a.test.ts'],
    playwright: undefined,
  })
})

test('a browser test needs no Vitest', () => {
  expect(selectionOf(['e2e/a.spec.ts'])).toEqual({
    everything: false,
    vitest: undefined,
    playwright: ['e2e/a.spec.ts'],
  })
})

test('a pattern reaches both suites, in the word of each', () => {
  expect(selectionOf(['-g', 'signs in'])).toEqual({
    everything: false,
    vitest: ['-t', 'signs in'],
    playwright: ['-g', 'signs in'],
  })
})

test('a file and a pattern narrow each other', () => {
  expect(selectionOf(['e2e/a.spec.ts', '-g', 'x']).playwright).toEqual(['e2e/a.spec.ts', '-g', 'x'])
})
