import { getLocale } from 'next-intl/server'
import { type Formats, formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskColumn, DeskRow } from '#lib/tickets/queries/desk-view.ts'
import { Badge, StatusBadge } from '#lib/ui/badge.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'

type Props = {
  rows: DeskRow[]
  caption: string
  columns: readonly DeskColumn[]
  /** With a box to tick at each row. */
  selectable: boolean
}

/** Of more columns than these some stand back where there is little room. */
const FEW = 4
const spared: readonly DeskColumn[] = ['queue', 'engineer', 'created', 'activity']

/** Tickets as an engineer scans them: who waits, for what, with whom, since when. */
export async function DeskTable({ rows, caption, columns, selectable }: Props) {
  const chosen = await columnsFor(columns)
  const [box, number, subject] = await fixedColumns()
  const all = [...(selectable ? [box] : []), number, subject, ...chosen]
  return <Table plain caption={caption} rows={rows} rowKey={(row) => row.id} columns={all} />
}

async function fixedColumns(): Promise<[Column<DeskRow>, Column<DeskRow>, Column<DeskRow>]> {
  const t = await getTranslations()
  return [
    {
      key: 'select',
      label: t('deskViews.columnSelect'),
      labelHidden: true,
      nowrap: true,
      cell: ({ number }) => (
        <input
          type="checkbox"
          name="ticket"
          value={number}
          data-part="tick"
          aria-label={t('deskViews.select', { number: String(number) })}
        />
      ),
    },
    { key: 'number', label: t('tickets.columnNumber'), nowrap: true, cell: (row) => row.number },
    {
      key: 'subject',
      label: t('tickets.columnSubject'),
      heading: true,
      cell: (row) => (
        <>
          <a href={paths.deskTicket(row.number)} dir="auto">
            {row.subject || t('tickets.noSubject')}
          </a>{' '}
          {row.unread ? <Badge tone="warning">{t('deskViews.mentionMark')}</Badge> : null}{' '}
          {row.waiting ? <Badge tone="info">{t('deskViews.waitingMark')}</Badge> : null}
        </>
      ),
    },
  ]
}

async function columnsFor(chosen: readonly DeskColumn[]): Promise<Column<DeskRow>[]> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const columns: Record<DeskColumn, Column<DeskRow>> = {
    customer: { key: 'customer', label: t('desk.customer'), width: '18%', cell: (row) => <Customer row={row} /> },
    queue: { key: 'queue', label: t('deskViews.columnQueue'), labelled: true, cell: (row) => row.queue },
    status: {
      key: 'status',
      label: t('tickets.columnStatus'),
      cell: (row) => <StatusBadge tone={row.statusKind}>{row.status}</StatusBadge>,
    },
    engineer: {
      key: 'engineer',
      label: t('desk.engineer'),
      labelled: true,
      cell: (row) => row.engineer ?? t('desk.engineerNone'),
    },
    due: {
      key: 'due',
      label: t('deskViews.columnDue'),
      labelled: true,
      nowrap: true,
      cell: (row) => <Due row={row} now={now} formats={formats} late={t('deskViews.overdueMark')} />,
    },
    created: {
      key: 'created',
      label: t('deskViews.columnCreated'),
      labelled: true,
      nowrap: true,
      cell: (row) => <At at={row.createdAt} now={now} formats={formats} />,
    },
    activity: {
      key: 'activity',
      label: t('tickets.columnActivity'),
      nowrap: true,
      cell: (row) => <At at={row.activityAt} now={now} formats={formats} />,
    },
  }
  const tight = chosen.length > FEW
  return chosen.map((name) =>
    tight && spared.includes(name) ? { ...columns[name], hideBelow: 'tight' } : columns[name],
  )
}

function At({ at, now, formats }: { at: Date; now: Date; formats: Formats }) {
  return <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
}

/** What is overdue says so in a word; a closed ticket owes no answer. */
function Due({ row, now, formats, late }: { row: DeskRow; now: Date; formats: Formats; late: string }) {
  if (!row.dueAt || !row.isOpen) return null
  if (row.dueAt >= now) return <At at={row.dueAt} now={now} formats={formats} />
  return (
    <Badge tone="danger">
      <RelativeTime iso={row.dueAt.toISOString()} text={late} full={formats.full(row.dueAt)} />
    </Badge>
  )
}

function Customer({ row: { owner, company } }: { row: DeskRow }) {
  if (!owner) return null
  return (
    <>
      <bdi className="line-clamp-2" title={owner}>
        {owner}
      </bdi>
      {company ? (
        <bdi className="line-clamp-1" title={company}>
          {company}
        </bdi>
      ) : null}
    </>
  )
}
