import type { Random } from './random.ts'

const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** When somebody writes: engineers and companies at work, residents and members in the evening and at weekends too. */
export type Hours = 'office' | 'any'

const opening: Record<Hours, [from: number, to: number, weekend: boolean]> = {
  office: [6, 16, false],
  any: [5, 21, true],
}

/** The same moment if somebody is there, otherwise a little after the next opening. Hours are UTC. */
export function attended(at: Date, hours: Hours, random: Random): Date {
  const [from, to, weekend] = opening[hours]
  const moved = new Date(at)
  const closed = () => !weekend && (moved.getUTCDay() === 0 || moved.getUTCDay() === 6)
  if (moved.getUTCHours() >= to || closed()) {
    do moved.setTime(moved.getTime() + DAY)
    while (closed())
    moved.setUTCHours(from, random.between(0, 119), random.between(0, 59))
  } else if (moved.getUTCHours() < from) {
    moved.setUTCHours(from, random.between(0, 119), random.between(0, 59))
  }
  return moved
}

/** Some time later: mostly within hours, now and then after days. */
export function later(at: Date, random: Random): Date {
  const hours = random.chance(0.25) ? random.between(20, 90) : random.between(1, 7)
  return new Date(at.getTime() + hours * HOUR + random.between(60, 3500) * 1000)
}
