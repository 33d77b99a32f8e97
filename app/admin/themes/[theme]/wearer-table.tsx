import { undress } from '#app/admin/themes/actions.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { Wearers } from '#lib/themes/queries.ts'
import { Button } from '#lib/ui/button.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

type Row = { kind: 'host' | 'customer_group' | 'company'; id: number | string; name: string; href?: string }

/** Hosts, customer groups and companies that wear the theme; the latter two can take it off here. */
export async function WearerTable({ theme, wearers }: { theme: string; wearers: Wearers }) {
  const t = await getTranslations('themesAdmin.wearers')
  const rows: Row[] = [
    ...wearers.hosts.map((host): Row => ({ kind: 'host', id: host, name: host, href: paths.admin('hosts', host) })),
    ...wearers.groups.map(
      ({ id, label }): Row => ({ kind: 'customer_group', id, name: label, href: paths.admin('groups', id) }),
    ),
    ...wearers.companies.map(({ id, name }): Row => ({ kind: 'company', id, name })),
  ]
  if (rows.length === 0) return <p>{t('none')}</p>
  return (
    <Panel>
      <Table
        plain
        caption={t('title')}
        rows={rows}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        columns={[
          {
            key: 'name',
            label: t('name'),
            heading: true,
            cell: ({ name, href }) => (href ? <a href={href}>{name}</a> : name),
          },
          { key: 'kind', label: t('kind'), cell: ({ kind }) => t(kind) },
          {
            key: 'off',
            label: t('takeOff'),
            labelHidden: true,
            align: 'end',
            cell: ({ kind, id }) =>
              kind === 'host' ? null : (
                <form action={undress}>
                  <input type="hidden" name="theme" value={theme} />
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="id" value={id} />
                  <Button>{t('takeOff')}</Button>
                </form>
              ),
          },
        ]}
      />
    </Panel>
  )
}
