import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type ProviderRow, providerList } from '#lib/providers/queries.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'

export default adminPage(async (viewer, { search }) => {
  const [t, rows] = await Promise.all([getTranslations('providers'), providerList(viewer)])
  const title = (await getTranslations('admin'))('areas.providers.title')
  return (
    <AdminFrame viewer={viewer} area="providers" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('lead')}
          actions={
            <ButtonLink variant="primary" href={paths.admin('providers', 'new')}>
              <Icon name="plus" />
              {t('new')}
            </ButtonLink>
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
        {rows.length === 0 ? (
          <EmptyState icon="signIn" title={t('emptyTitle')} text={t('empty')} />
        ) : (
          <Panel>{await providerTable(rows, title)}</Panel>
        )}
      </Page>
    </AdminFrame>
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
        { key: 'issuer', label: t('issuer'), labelled: true, cell: ({ issuer }) => issuer },
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
          cell: ({ active }) => (
            <Badge {...(active ? { tone: 'success' } : {})}>{t(active ? 'active' : 'inactive')}</Badge>
          ),
        },
      ]}
    />
  )
}
