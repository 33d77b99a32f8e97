import { expect, test } from 'vitest'
import { rankTest } from './rank-test.ts'

const times = (known: readonly number[], unknown: readonly number[]) => [
  ...known.map((took) => ({ known: true, took })),
  ...unknown.map((took) => ({ known: false, took })),
]
const row = (from: number, step: number) => Array.from({ length: 30 }, (_, at) => from + at * step)

test('two kinds that lie among one another cannot be told apart, two that lie beside one another can', () => {
  expect(rankTest(times(row(1, 2), row(2, 2)))).toBeGreaterThan(0.5)
  expect(rankTest(times(row(100, 1), row(1, 1)))).toBeLessThan(1e-9)
  expect(rankTest(times(row(1, 1), row(100, 1)))).toBeLessThan(1e-9)
})
