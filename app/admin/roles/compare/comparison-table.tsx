import { getTranslations } from '#lib/i18n/translations.ts'
import { differs } from '#lib/roles/compare.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Table } from '#lib/ui/table.tsx'

export type ComparedRow = { id: number; label: string; both: string[]; onlyLeft: string[]; onlyRight: string[] }

/** One line a queue or group: a word and a sign say where the roles differ, and what only one grants is marked there. */
export async function ComparisonTable({
  caption,
  label,
  names: [left, right],
  rows,
}: {
  caption: string
  /** Over what is compared: "Queue". */
  label: string
  names: [string, string]
  rows: ComparedRow[]
}) {
  const t = await getTranslations('roles')
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'label', label, heading: true, cell: (row) => row.label },
        {
          key: 'left',
          label: left,
          labelled: true,
          width: '26%',
          cell: ({ both, onlyLeft }) => <Side both={both} only={onlyLeft} />,
        },
        {
          key: 'right',
          label: right,
          labelled: true,
          width: '26%',
          cell: ({ both, onlyRight }) => <Side both={both} only={onlyRight} />,
        },
        {
          key: 'difference',
          label: t('difference'),
          nowrap: true,
          cell: (row) =>
            differs(row) ? <Badge tone="warning">≠ {t('different')}</Badge> : <Badge>= {t('same')}</Badge>,
        },
      ]}
    />
  )
}

/** What one role grants: what only it does stands first, marked with a plus and a word. */
async function Side({ both, only }: { both: string[]; only: string[] }) {
  const t = await getTranslations('roles')
  if (both.length + only.length === 0) return t('nothing')
  return (
    <>
      {only.length > 0 ? (
        <div>
          <strong>+ {only.join(', ')}</strong> ({t('only')})
        </div>
      ) : null}
      {both.join(', ')}
    </>
  )
}
