import { adminPage } from '#app/admin/admin-page.ts'
import { protectionOf } from '#app/admin/directories/protection.ts'
import { UseNotices } from '#app/admin/directories/use-notices.tsx'
import { ListPage } from '#app/admin/list-page.tsx'
import { type DirectoryRow, directoryList } from '#lib/directories/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Table } from '#lib/ui/table.tsx'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

export default adminPage(async (viewer, { search }) => {
  const [t, rows] = await Promise.all([getTranslations('directories'), directoryList(viewer)])
  const title = (await getTranslations('admin'))('areas.directories.title')
  return (
    <ListPage
      viewer={viewer}
      area="directories"
      lead={t('lead')}
      create={t('new')}
      above={
        <>
          {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
          <UseNotices rows={rows} />
        </>
      }
      empty={rows.length === 0 ? <EmptyState icon="building" title={t('emptyTitle')} text={t('empty')} /> : undefined}
    >
      {await directoryTable(rows, title)}
    </ListPage>
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
        { key: 'url', label: t('url'), labelled: true, width: '30%', cell: ({ url }) => <bdi>{url}</bdi> },
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
