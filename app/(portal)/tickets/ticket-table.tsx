import { getLocale } from 'next-intl/server'
import { type Formats, formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { TicketRow } from '#lib/tickets/view.ts'
import { type Html, html } from '#lib/ui/html.ts'
import { type Column, LongTable } from '#lib/ui/table.tsx'

type ThemeColumn = { field: string; width?: string | undefined; hideBelow?: string | undefined }

/** Tickets as a table with the columns that the theme names, in its order. */
export async function TicketTable({
  rows,
  caption,
  columns,
}: {
  rows: TicketRow[]
  caption: string
  columns: readonly ThemeColumn[]
}) {
  const [t, locale] = await Promise.all([getTranslations('tickets'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const unread = (row: TicketRow) => row.unread && html`<span data-part="hidden">${t('unread')}: </span>`
  const known: Record<string, Column<TicketRow, Html | string | number>> = {
    number: { key: 'number', label: t('columnNumber'), cell: (row) => row.number, nowrap: true },
    subject: {
      key: 'subject',
      label: t('columnSubject'),
      heading: true,
      cell: (row) =>
        html`<a href="${paths.ticket(row.number)}" dir="auto">${unread(row)}${row.subject || t('noSubject')}</a>`,
    },
    status: {
      key: 'status',
      label: t('columnStatus'),
      nowrap: true,
      cell: (row) => html`<span data-part="status" data-state="${row.statusKind}">${row.status}</span>`,
    },
    queue: { key: 'queue', label: t('columnQueue'), cell: (row) => row.queue },
    owner: { key: 'owner', label: t('columnOwner'), cell: (row) => row.owner ?? '', labelled: true },
    engineer: { key: 'engineer', label: t('columnEngineer'), cell: (row) => row.engineer ?? '', labelled: true },
    created: {
      key: 'created',
      label: t('columnCreated'),
      nowrap: true,
      labelled: true,
      cell: (row) => ago(row.createdAt, now, formats),
    },
    activity: {
      key: 'activity',
      label: t('columnActivity'),
      nowrap: true,
      cell: (row) => ago(row.activityAt, now, formats),
    },
  }
  return (
    <LongTable
      caption={caption}
      rows={rows}
      rowState={(row) => (row.unread ? 'unread' : undefined)}
      columns={columns.flatMap(({ field, width, hideBelow }) => {
        const column = known[field]
        return column ? [{ ...column, width, hideBelow: breakpoint(hideBelow) }] : []
      })}
    />
  )
}

function ago(at: Date, now: Date, formats: Formats): Html {
  return html`<time datetime="${at.toISOString()}" title="${formats.full(at)}">${formats.relative(at, now)}</time>`
}

function breakpoint(name: string | undefined): 'md' | 'lg' | 'xl' | undefined {
  return name === 'md' || name === 'lg' || name === 'xl' ? name : undefined
}
