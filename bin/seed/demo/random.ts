/** Repeatable chance: the same seed gives the same world, so that two runs and two machines can be compared. */
export type Random = {
  /** From 0 to below 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  /** @throws on an empty list */
  pick<T>(list: readonly T[]): T
  /** One item, each as likely as its weight. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T
}

/** Mulberry32: small, fast and good enough for data that only has to look natural. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(list: readonly T[]): T => {
    const item = list[between(0, list.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  const weighted = <T>(list: readonly T[], weight: (item: T) => number): T => {
    let rest = next() * list.reduce((sum, item) => sum + weight(item), 0)
    for (const item of list) {
      rest -= weight(item)
      if (rest < 0) return item
    }
    return pick(list)
  }
  return { next, between, chance: (probability) => next() < probability, pick, weighted }
}
