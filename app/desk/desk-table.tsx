import { getLocale, getTranslations } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { paths } from '#lib/paths.ts'
import type { DeskRow } from '#lib/tickets/queries/desk-view.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Tickets as an engineer scans them: who waits, for what, with whom, since when. */
export async function DeskTable({ rows, caption }: { rows: DeskRow[]; caption: string }) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'number', label: t('tickets.columnNumber'), nowrap: true, cell: (row) => row.number },
        {
          key: 'subject',
          label: t('tickets.columnSubject'),
          heading: true,
          cell: (row) => (
            <a href={paths.deskTicket(row.number)} dir="auto">
              {row.subject || t('tickets.noSubject')}
            </a>
          ),
        },
        { key: 'customer', label: t('desk.customer'), width: '24%', cell: (row) => <Customer row={row} /> },
        {
          key: 'status',
          label: t('tickets.columnStatus'),
          nowrap: true,
          cell: (row) => <StatusBadge tone={row.statusKind}>{row.status}</StatusBadge>,
        },
        {
          key: 'engineer',
          label: t('desk.engineer'),
          labelled: true,
          cell: (row) => row.engineer ?? t('desk.engineerNone'),
        },
        {
          key: 'activity',
          label: t('tickets.columnActivity'),
          nowrap: true,
          cell: ({ activityAt: at }) => (
            <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
          ),
        },
      ]}
    />
  )
}

function Customer({ row: { owner, company } }: { row: DeskRow }) {
  if (!owner) return null
  return (
    <>
      <bdi>{owner}</bdi>
      {company ? (
        <>
          <br />
          <bdi>{company}</bdi>
        </>
      ) : null}
    </>
  )
}
