import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { ListPage } from '#app/admin/list-page.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type NewsRow, newsList } from '#lib/news/queries.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Table } from '#lib/ui/table.tsx'
import { keepsNews } from './news-page.ts'

export default adminPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('newsAdmin'), getLocale()])
  const after = /^\d{1,15}$/.test(search.after ?? '') ? Number(search.after) : undefined
  const { rows, next } = await newsList(viewer, locale, after)
  return (
    <ListPage
      viewer={viewer}
      area="news"
      lead={t('lead')}
      create={t('new')}
      above={search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
      empty={rows.length === 0 ? <EmptyState icon="bell" title={t('empty')} text={t('emptyText')} /> : undefined}
      below={
        <Pagination
          label={t('title')}
          newer={after ? { href: paths.admin('news'), label: t('newest') } : undefined}
          older={next ? { href: paths.admin('news', { after: String(next) }), label: t('older') } : undefined}
        />
      }
    >
      {await newsTable(rows)}
    </ListPage>
  )
}, keepsNews)

async function newsTable(rows: NewsRow[]) {
  const [t, locale] = await Promise.all([getTranslations('newsAdmin'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('headline'),
          heading: true,
          cell: ({ id, title }) => <a href={paths.admin('news', id)}>{title}</a>,
        },
        {
          key: 'state',
          label: t('state'),
          labelled: true,
          nowrap: true,
          cell: ({ from, to }) =>
            to && to <= now ? (
              <Badge tone="low">{t('states.over')}</Badge>
            ) : from > now ? (
              <Badge tone="info">{t('states.later', { date: formats.date(from) })}</Badge>
            ) : (
              <Badge tone="success">{t('states.shown')}</Badge>
            ),
        },
        {
          key: 'groups',
          label: t('audience'),
          labelled: true,
          cell: ({ groups }) => (groups.length ? groups.join(', ') : t('all')),
        },
        { key: 'from', label: t('from'), labelled: true, nowrap: true, cell: ({ from }) => formats.date(from) },
        {
          key: 'to',
          label: t('to'),
          labelled: true,
          nowrap: true,
          cell: ({ to }) => (to ? formats.date(to) : '–'),
        },
      ]}
    />
  )
}
