import { getLocale } from 'next-intl/server'
import type { CustomerTickets as Listed } from '#lib/contacts/queries/tickets.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { StatusBadge } from '#lib/ui/badge.tsx'
import { Section } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'

type Row = Listed['rows'][number]

/** The tickets of a contact or of a company, newest first; `older` is the address of those before. */
export async function CustomerTickets({
  tickets,
  older,
  newest,
  contacts,
}: {
  tickets: Listed
  older: string | undefined
  /** The address of the newest ones, where these are older. */
  newest: string | undefined
  /** Whether to say whose each ticket is. */
  contacts?: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  const contact: Column<Row>[] = contacts
    ? [{ key: 'contact', label: t('desk.contact'), cell: (row) => <bdi>{row.contact}</bdi> }]
    : []
  return (
    <Section id="tickets" title={t('desk.tickets')}>
      {tickets.rows.length === 0 ? (
        <p data-part="field-note">{t('contacts.noTickets')}</p>
      ) : (
        <Panel>
          <Table
            plain
            caption={t('desk.tickets')}
            rows={tickets.rows}
            rowKey={(row) => row.number}
            columns={[
              { key: 'number', label: t('tickets.columnNumber'), nowrap: true, cell: (row) => row.number },
              {
                key: 'subject',
                label: t('tickets.columnSubject'),
                heading: true,
                cell: (row) => (
                  <>
                    <a href={paths.deskTicket(row.number)} dir="auto">
                      {row.subject || t('tickets.noSubject')}
                    </a>
                    <div data-part="field-note">{row.queue}</div>
                  </>
                ),
              },
              ...contact,
              {
                key: 'status',
                label: t('tickets.columnStatus'),
                nowrap: true,
                cell: (row) => <StatusBadge tone={row.statusKind}>{row.status}</StatusBadge>,
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
        </Panel>
      )}
      <Pagination
        label={t('contacts.pagesOfTickets')}
        newer={newest ? { href: newest, label: t('contacts.newestTickets') } : undefined}
        older={older ? { href: older, label: t('common.older') } : undefined}
      />
    </Section>
  )
}
