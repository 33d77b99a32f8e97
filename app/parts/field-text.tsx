import type { ReactNode } from 'react'
import type { Formats } from '#lib/i18n/formats.ts'
import type { TicketField } from '#lib/tickets/ticket.ts'

/** A field's value as a reader expects it: options by their label, dates in the locale, links and mail as links. */
export function fieldText(
  { type, value, options }: TicketField,
  locale: string,
  formats: Formats,
  words: { yes: string; no: string },
): ReactNode {
  const option = (key: unknown) => {
    const labels = options?.find((one) => one.value === key)?.labels
    return labels?.[locale] ?? labels?.en ?? String(key)
  }
  switch (type) {
    case 'boolean':
      return value ? words.yes : words.no
    case 'date':
      // With an hour, or it would be midnight in Greenwich and the day before in America.
      return formats.date(new Date(`${String(value).slice(0, 10)}T12:00`))
    case 'date_time':
      return formats.full(new Date(String(value)))
    case 'number':
      return formats.number(Number(value))
    case 'list':
      return option(value)
    case 'multi_list':
      return [value].flat().map(option).join(', ')
    case 'contact':
      // Somebody of whom this reader does not learn the name.
      return value === null ? '–' : String(value)
    case 'email':
      return <a href={`mailto:${value}`}>{String(value)}</a>
    case 'link':
      return <Link url={String(value)} />
    default:
      return String(value)
  }
}

function Link({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noopener noreferrer nofollow">
      {url}
    </a>
  ) : (
    url
  )
}
