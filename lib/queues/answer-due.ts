import type { ServiceHours } from './service-hours.ts'

const MINUTE = 60_000
/** An answer time that needs more days than this has no end worth telling. */
const MOST_DAYS = 3660

/**
 * When the answer is due: `minutes` of service time after `since`. Only the hours of the weekdays count, as the clocks of
 * the time zone show them; without hours every minute counts. Undefined where no day is open, or none for too long.
 */
export function answerDue(since: Date, minutes: number, hours: ServiceHours | null): Date | undefined {
  if (!hours) return new Date(since.getTime() + minutes * MINUTE)
  let left = minutes * MINUTE
  const today = wallClock(since.getTime(), hours.timeZone)
  for (let day = 0; day < MOST_DAYS; day++) {
    const midnight = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() + day)
    const open = hours.days[weekday(midnight)]
    if (!open) continue
    const start = Math.max(since.getTime(), instantOf(midnight + open[0] * MINUTE, hours.timeZone))
    const end = instantOf(midnight + open[1] * MINUTE, hours.timeZone)
    if (start + left <= end) return new Date(start + left)
    left -= Math.max(0, end - start)
  }
  return undefined
}

/** 1 = Monday to 7 = Sunday. */
function weekday(midnight: number): number {
  return ((new Date(midnight).getUTCDay() + 6) % 7) + 1
}

/** What the clocks of the zone show at this instant, as if it were UTC. */
function wallClock(instant: number, timeZone: string): Date {
  const parts = formatFor(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')))
}

/** The instant at which the zone's clocks show this; of a time that they leave out in spring, the one an hour later. */
function instantOf(shown: number, timeZone: string): number {
  const offset = (instant: number) => wallClock(instant, timeZone).getTime() - instant
  const first = shown - offset(shown)
  const second = shown - offset(first)
  return wallClock(second, timeZone).getTime() === shown ? second : Math.max(first, second)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building one is slow. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  formats.set(timeZone, format)
  return format
}
