import type { Id } from '../oracle/world.ts'

/** For which group an announcement is (null: for all), and from when to when, in days from today. */
export const announcements: readonly { id: Id; group: Id | null; from: number; to: number | null }[] = [
  { id: 1, group: null, from: -1, to: null },
  { id: 2, group: 1, from: -1, to: 1 },
  { id: 3, group: 2, from: -1, to: null },
  { id: 4, group: 1, from: -2, to: -1 },
  { id: 5, group: 1, from: 1, to: null },
]

export function announcedTo(id: Id, group: Id): boolean {
  const found = announcements.find((one) => one.id === id)
  if (!found || found.from > 0 || (found.to !== null && found.to < 0)) return false
  return found.group === null || found.group === group
}
