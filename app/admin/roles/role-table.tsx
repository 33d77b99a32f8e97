import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { RoleRow } from '#lib/roles/queries/list.ts'
import { Table } from '#lib/ui/table.tsx'

/** Roles: what each is for, what it grants in a line, who has it and how many contacts it reaches. */
export async function RoleTable({ rows, caption }: { rows: RoleRow[]; caption: string }) {
  const t = await getTranslations('roles')
  const grants = ({ queues, groups, rights }: RoleRow) => [
    ...(queues > 0 ? [t('queuesCount', { count: queues })] : []),
    ...(groups > 0 ? [t('groupsCount', { count: groups })] : []),
    ...rights.map((right) => t(`right.${right}`)),
  ]
  const holders = ({ engineers, profiles }: RoleRow) => [
    ...(engineers > 0 ? [t('engineersCount', { count: engineers })] : []),
    ...(profiles > 0 ? [t('profilesCount', { count: profiles })] : []),
  ]
  return (
    <Table
      plain
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: ({ id, name, description }) => (
            <>
              <a href={paths.admin('roles', id)} dir="auto">
                {name}
              </a>
              {description ? <div data-part="field-note">{description}</div> : null}
            </>
          ),
        },
        {
          key: 'grants',
          label: t('grants'),
          labelled: true,
          width: '27%',
          cell: (row) => grants(row).join(', ') || t('nothing'),
        },
        { key: 'held', label: t('heldBy'), labelled: true, cell: (row) => holders(row).join(', ') || t('nobody') },
        {
          key: 'reaches',
          label: t('reaches'),
          labelled: true,
          align: 'end',
          nowrap: true,
          cell: ({ contacts }) => t('reached', { count: contacts }),
        },
      ]}
    />
  )
}
