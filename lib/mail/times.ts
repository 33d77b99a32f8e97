import { instantOf, wallClock } from '../i18n/wall-clock.ts'

/** How often news of tickets come: each at once, or gathered in one mail an hour or a day. */
export const RHYTHMS = ['at-once', 'hourly', 'daily'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** When somebody wants mails. Hours and minutes are those that the clocks of the time zone show. */
export type MailTimes = {
  rhythm: Rhythm
  /** Of the daily mail. */
  hour: number
  /** Minutes after midnight; it may go over midnight. None at all where both are alike. */
  quiet: { from: number; until: number } | null
  timeZone: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When news that came at this moment are to be told; the moment itself where they are told at once. */
export function toldAt(since: Date, times: MailTimes): Date {
  return afterQuiet(gatheredAt(since, times), times)
}

/** The first moment from this one on that is outside the quiet hours. */
export function afterQuiet(at: Date, { quiet, timeZone }: MailTimes): Date {
  if (!quiet || !isWithin(minuteOf(at, timeZone), quiet)) return at
  const later = minuteOf(at, timeZone) < quiet.until ? 0 : 1
  let end = instantOf(midnightOf(at, timeZone, later) + quiet.until * MINUTE, timeZone)
  // In autumn the clocks show an hour twice: who is in the second one waits for its end.
  while (end <= at.getTime()) end += 30 * MINUTE
  return new Date(end)
}

function gatheredAt(since: Date, { rhythm, hour, timeZone }: MailTimes): Date {
  if (rhythm === 'at-once') return since
  if (rhythm === 'hourly') {
    const past = wallClock(since.getTime(), timeZone).getTime() % HOUR
    return new Date(since.getTime() - (since.getTime() % 1000) + HOUR - past)
  }
  const today = instantOf(midnightOf(since, timeZone, 0) + hour * HOUR, timeZone)
  return new Date(today > since.getTime() ? today : instantOf(midnightOf(since, timeZone, 1) + hour * HOUR, timeZone))
}

function isWithin(minute: number, { from, until }: { from: number; until: number }): boolean {
  return from <= until ? from <= minute && minute < until : from <= minute || minute < until
}

function minuteOf(at: Date, timeZone: string): number {
  const shown = wallClock(at.getTime(), timeZone)
  return shown.getUTCHours() * 60 + shown.getUTCMinutes()
}

/** Midnight of the day that the clocks show, or of one after it, as if it were UTC. */
function midnightOf(at: Date, timeZone: string, daysLater: number): number {
  const shown = wallClock(at.getTime(), timeZone)
  return Date.UTC(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate() + daysLater)
}
