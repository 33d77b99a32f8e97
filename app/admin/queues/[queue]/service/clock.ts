/** Minutes since midnight as a time control has them; the midnight at a day's end is 00:00. */
export function clockText(minutes: number | undefined): string {
  if (minutes === undefined) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}

/** 1 = Monday to 7 = Sunday. */
export function weekdayName(day: number, locale: string): string {
  // The first of January 2024 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
}

/** Hours as they are typed: no grouping, and the decimal sign of the language. */
export function hoursText(minutes: number | null, locale: string): string {
  if (minutes === null) return ''
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 4 }).format(minutes / 60)
}
