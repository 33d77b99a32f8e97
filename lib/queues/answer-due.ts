import { instantOf, wallClock } from '../i18n/wall-clock.ts'
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
