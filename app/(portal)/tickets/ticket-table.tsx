import { getLocale, getTranslations } from 'next-intl/server'
import { type Formats, formatsFor } from '#lib/i18n/formats.ts'
import { paths } from '#lib/paths.ts'
import type { TicketRow } from '#lib/tickets/view.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

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
  const known: Record<string, Column<TicketRow>> = {
    number: { key: 'number', label: t('columnNumber'), cell: (row) => row.number, nowrap: true },
    subject: {
      key: 'subject',
      label: t('columnSubject'),
      heading: true,
      cell: (row) => (
        <a href={paths.ticket(row.number)} dir="auto">
          {row.unread ? <VisuallyHidden>{`${t('unread')}: `}</VisuallyHidden> : null}
          {row.subject || t('noSubject')}
        </a>
      ),
    },
    status: {
      key: 'status',
      label: t('columnStatus'),
      nowrap: true,
      cell: (row) => <StatusBadge tone={row.statusKind}>{row.status}</StatusBadge>,
    },
    queue: { key: 'queue', label: t('columnQueue'), cell: (row) => row.queue },
    owner: { key: 'owner', label: t('columnOwner'), cell: (row) => row.owner, labelled: true },
    engineer: { key: 'engineer', label: t('columnEngineer'), cell: (row) => row.engineer, labelled: true },
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
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      rowState={(row) => (row.unread ? 'unread' : undefined)}
      columns={columns.flatMap(({ field, width, hideBelow }) => {
        const column = known[field]
        return column ? [{ ...column, width, hideBelow: breakpoint(hideBelow) }] : []
      })}
    />
  )
}

function ago(at: Date, now: Date, formats: Formats) {
  return <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
}

function breakpoint(name: string | undefined): 'md' | 'lg' | 'xl' | undefined {
  return name === 'md' || name === 'lg' || name === 'xl' ? name : undefined
}
