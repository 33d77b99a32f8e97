import { adminPage } from '#app/admin/admin-page.ts'
import { protectionOf } from '#app/admin/directories/protection.ts'
import { UseNotices } from '#app/admin/directories/use-notices.tsx'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { type DirectoryRow, directoryList } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

export default adminPage(async (viewer, { search }) => {
  const [t, rows] = await Promise.all([getTranslations('directories'), directoryList(viewer)])
  const title = (await getTranslations('admin'))('areas.directories.title')
  return (
    <AdminFrame viewer={viewer} area="directories" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('lead')}
          actions={
            <ButtonLink variant="primary" href={paths.admin('directories', 'new')}>
              <Icon name="plus" />
              {t('new')}
            </ButtonLink>
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
        <UseNotices rows={rows} />
        {rows.length === 0 ? (
          <EmptyState icon="building" title={t('emptyTitle')} text={t('empty')} />
        ) : (
          <Panel>{await directoryTable(rows, title)}</Panel>
        )}
      </Page>
    </AdminFrame>
  )
})

async function directoryTable(rows: DirectoryRow[], caption: string) {
  const t = await getTranslations('directories')
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
          cell: ({ id, name }) => (
            <a href={paths.admin('directories', id)} dir="auto">
              {name}
            </a>
          ),
        },
        { key: 'url', label: t('url'), labelled: true, cell: ({ url }) => url },
        {
          key: 'protection',
          label: t('protection'),
          labelled: true,
          cell: (row) => t(`protections.${protectionOf(row)}`),
        },
        {
          key: 'audience',
          label: t('audience'),
          labelled: true,
          cell: ({ forContacts, forEngineers }) =>
            [...(forContacts ? [t('contacts')] : []), ...(forEngineers ? [t('engineers')] : [])].join(', ') ||
            t('nobody'),
        },
        { key: 'state', label: t('state'), labelled: true, cell: (row) => <State {...row} /> },
        {
          key: 'test',
          label: t('test.link'),
          labelHidden: true,
          nowrap: true,
          cell: ({ id, name }) => (
            <a href={paths.admin('directories', id, 'test')}>
              {t('test.link')}
              <VisuallyHidden>: {name}</VisuallyHidden>
            </a>
          ),
        },
      ]}
    />
  )
}

async function State({ active, trouble }: DirectoryRow) {
  const t = await getTranslations('directories.states')
  if (trouble) return <Badge tone={trouble === 'secret' ? 'danger' : 'warning'}>{t(trouble)}</Badge>
  return active ? <Badge tone="success">{t('on')}</Badge> : <Badge>{t('off')}</Badge>
}
