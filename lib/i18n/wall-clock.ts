/** What the clocks of the zone show at this instant, as if it were UTC. */
export function wallClock(instant: number, timeZone: string): Date {
  const parts = formatFor(timeZone).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')))
}

/** The instant at which the zone's clocks show this; of a time that they leave out in spring, the one an hour later. */
export function instantOf(shown: number, timeZone: string): number {
  const offset = (instant: number) => wallClock(instant, timeZone).getTime() - instant
  const first = shown - offset(shown)
  const second = shown - offset(first)
  return wallClock(second, timeZone).getTime() === shown ? second : Math.max(first, second)
}

/** Whether there is a time zone of this name. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
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
