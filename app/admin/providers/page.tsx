import { adminPage } from '#app/admin/admin-page.ts'
import { ListPage } from '#app/admin/list-page.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type ProviderRow, providerList } from '#lib/providers/queries.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Table } from '#lib/ui/table.tsx'

export default adminPage(async (viewer, { search }) => {
  const [t, rows] = await Promise.all([getTranslations('providers'), providerList(viewer)])
  const title = (await getTranslations('admin'))('areas.providers.title')
  return (
    <ListPage
      viewer={viewer}
      area="providers"
      lead={t('lead')}
      create={t('new')}
      above={search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
      empty={rows.length === 0 ? <EmptyState icon="signIn" title={t('emptyTitle')} text={t('empty')} /> : undefined}
    >
      {await providerTable(rows, title)}
    </ListPage>
  )
})

async function providerTable(rows: ProviderRow[], caption: string) {
  const t = await getTranslations('providers')
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
          cell: ({ id, name }) => <a href={paths.admin('providers', id)}>{name}</a>,
        },
        { key: 'issuer', label: t('issuer'), labelled: true, width: '32%', cell: ({ issuer }) => <bdi>{issuer}</bdi> },
        {
          key: 'audience',
          label: t('audience'),
          labelled: true,
          cell: ({ forContacts, forEngineers }) =>
            [...(forContacts ? [t('contacts')] : []), ...(forEngineers ? [t('engineers')] : [])].join(', '),
        },
        {
          key: 'hosts',
          label: t('hosts'),
          labelled: true,
          cell: ({ hosts }) => (hosts.length ? hosts.join(', ') : t('allHosts')),
        },
        {
          key: 'people',
          label: t('people'),
          labelled: true,
          cell: ({ people }) => t('peopleCount', { count: people }),
        },
        {
          key: 'state',
          label: t('state'),
          labelled: true,
          cell: (row) => <State {...row} />,
        },
      ]}
    />
  )
}

async function State({ active, secretIsLost }: ProviderRow) {
  const t = await getTranslations('providers')
  if (active && secretIsLost) return <Badge tone="danger">{t('secretLost')}</Badge>
  return <Badge {...(active ? { tone: 'success' } : {})}>{t(active ? 'active' : 'inactive')}</Badge>
}
