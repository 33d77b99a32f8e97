import { byteFormat } from '#lib/i18n/bytes.ts'
import type { Locale } from '#lib/i18n/locales.ts'

/** English is read all over the world: day before month, 24 hours. */
const regions: Record<Locale, string> = { en: 'en-GB', de: 'de-DE' }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export type Formats = {
  /** "2 hr ago", "vor 2 Std.", "in 2 hr"; from a week on a date. */
  relative(at: Date, now: Date): string
  /** "12 March 2026, 14:05": for `title` and for print. */
  full(at: Date): string
  date(at: Date): string
  time(at: Date): string
  /** "Today", "Yesterday" or the weekday and date, for the separators of a history. */
  dayHeading(at: Date, now: Date): string
  /** The calendar day in the time zone, `2026-03-12`; entries with the same one share a heading. */
  dayKey(at: Date): string
  /** "2.4 MB"; units of 1,024, so that a limit of 25 MB reads as 25. */
  bytes(size: number): string
  number(value: number): string
}

const made = new Map<string, Formats>()

/** Building an `Intl` formatter is slow, so there is one set per locale and time zone. */
export function formatsFor(locale: Locale, timeZone = serverTimeZone()): Formats {
  const key = `${locale} ${timeZone}`
  const formats = made.get(key) ?? build(regions[locale], timeZone)
  made.set(key, formats)
  return formats
}

/** The operator's zone, from `TZ`. */
export function serverTimeZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone
}

let zone: string | undefined

function build(region: string, timeZone: string): Formats {
  const ago = new Intl.RelativeTimeFormat(region, { style: 'short', numeric: 'auto' })
  const dayWord = new Intl.RelativeTimeFormat(region, { numeric: 'auto' })
  const full = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone })
  const time = new Intl.DateTimeFormat(region, { timeStyle: 'short', timeZone })
  const heading = new Intl.DateTimeFormat(region, { dateStyle: 'full', timeZone })
  const iso = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone })
  const number = new Intl.NumberFormat(region)
  const dayKey = (at: Date) => iso.format(at)

  return {
    relative(at, now) {
      const past = now.getTime() - at.getTime()
      if (past < -7 * day) return date.format(at)
      if (past < -day) return ago.format(Math.floor(-past / day), 'day')
      if (past < -hour) return ago.format(Math.floor(-past / hour), 'hour')
      if (past < -minute) return ago.format(Math.floor(-past / minute), 'minute')
      if (past < minute) return ago.format(0, 'second')
      if (past < hour) return ago.format(-Math.floor(past / minute), 'minute')
      if (past < day) return ago.format(-Math.floor(past / hour), 'hour')
      if (past < 7 * day) return ago.format(-Math.floor(past / day), 'day')
      return date.format(at)
    },
    full: (at) => full.format(at),
    date: (at) => date.format(at),
    time: (at) => time.format(at),
    dayHeading(at, now) {
      const apart = Math.round((Date.parse(dayKey(at)) - Date.parse(dayKey(now))) / day)
      return apart === 0 || apart === -1 ? capitalised(dayWord.format(apart, 'day')) : heading.format(at)
    },
    dayKey,
    bytes: byteFormat(region),
    number: (value) => number.format(value),
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
