import type { CompanyRow } from '#lib/companies/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { BoundedCount } from '#lib/tickets/view.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'

/** Companies by name, with how many contacts and open tickets each has. */
export async function CompanyTable({ rows, groups }: { rows: CompanyRow[]; groups: boolean }) {
  const [t, common] = await Promise.all([getTranslations('companies'), getTranslations()])
  const count = (known: BoundedCount) =>
    known.more ? common('tickets.countShort', { count: known.count }) : String(known.count)
  const group: Column<CompanyRow>[] = groups
    ? [{ key: 'group', label: common('contacts.group'), hideBelow: 'lg', cell: (row) => row.group }]
    : []
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: (row) => (
            <>
              <a href={paths.deskCompanies(row.id)} dir="auto">
                {row.name}
              </a>{' '}
              {row.active ? null : <Badge>{common('contacts.inactive')}</Badge>}
            </>
          ),
        },
        { key: 'externalId', label: t('externalId'), hideBelow: 'md', nowrap: true, cell: (row) => row.externalId },
        ...group,
        { key: 'contacts', label: t('contacts'), labelled: true, align: 'end', cell: (row) => count(row.contacts) },
        { key: 'open', label: t('openTickets'), labelled: true, align: 'end', cell: (row) => count(row.openTickets) },
      ]}
    />
  )
}
