import fc from 'fast-check'
import type { Id } from '../oracle/world.ts'

export const mostly = trueIn(92)
export const often = trueIn(65)
export const sometimes = trueIn(25)
export const seldom = trueIn(5)

/** By weight, as fast-check draws numbers near their bounds far more often than others. */
function trueIn(percent: number): fc.Arbitrary<boolean> {
  return fc.oneof(
    { weight: percent, arbitrary: fc.constant(true) },
    { weight: 100 - percent, arbitrary: fc.constant(false) },
  )
}

export function one<T>(list: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...list)
}

/** One value for each id, with the id. */
export function numbered<T>(ids: readonly Id[], value: fc.Arbitrary<T>): fc.Arbitrary<({ id: Id } & T)[]> {
  return fc.tuple(...ids.map(() => value)).map((all) => all.map((each, at) => ({ id: ids[at] ?? 0, ...each })))
}

export function companyless(group: Id): { company: null; group: Id } {
  return { company: null, group }
}
