import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { ListPage } from '#app/admin/list-page.tsx'
import { type HostRow, hostList } from '#lib/hosts/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { allThemes } from '#lib/themes/registry.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Table } from '#lib/ui/table.tsx'

const DONE = ['saved', 'deleted'] as const

export default adminPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('hosts'), getLocale()])
  const rows = await hostList(viewer, locale)
  const done = DONE.find((one) => one === search.done)
  return (
    <ListPage
      viewer={viewer}
      area="hosts"
      lead={t('lead')}
      create={t('new')}
      above={done ? <Notice tone="success">{t(`done.${done}`)}</Notice> : null}
      empty={rows.length === 0 ? <EmptyState icon="home" title={t('empty')} text={t('emptyText')} /> : undefined}
    >
      {await hostTable(rows)}
    </ListPage>
  )
})

async function hostTable(rows: HostRow[]) {
  const t = await getTranslations('hosts')
  const names = new Map(allThemes().map(({ id, name }) => [id, name]))
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={({ host }) => host}
      columns={[
        {
          key: 'host',
          label: t('host'),
          heading: true,
          cell: ({ host }) => <a href={paths.admin('hosts', host)}>{host}</a>,
        },
        {
          key: 'theme',
          label: t('theme'),
          labelled: true,
          cell: ({ theme }) => names.get(theme) ?? t('themeGone', { theme }),
        },
        {
          key: 'groups',
          label: t('groups'),
          labelled: true,
          cell: ({ groups }) => (groups.length ? groups.join(', ') : t('all')),
        },
      ]}
    />
  )
}
