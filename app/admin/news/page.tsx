import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type NewsRow, newsList } from '#lib/news/queries.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { keepsNews } from './news-page.ts'

export default adminPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('newsAdmin'), getLocale()])
  const after = /^\d{1,15}$/.test(search.after ?? '') ? Number(search.after) : undefined
  const { rows, next } = await newsList(viewer, locale, after)
  return (
    <AdminFrame viewer={viewer} area="news" title={t('title')}>
      <Page>
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          actions={
            <ButtonLink variant="primary" href={paths.admin('news', 'new')}>
              <Icon name="plus" />
              {t('new')}
            </ButtonLink>
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
        {rows.length === 0 ? (
          <EmptyState icon="bell" title={t('empty')} text={t('emptyText')} />
        ) : (
          <Panel>{await newsTable(rows)}</Panel>
        )}
        <Pagination
          label={t('title')}
          newer={after ? { href: paths.admin('news'), label: t('newest') } : undefined}
          older={next ? { href: paths.admin('news', { after: String(next) }), label: t('older') } : undefined}
        />
      </Page>
    </AdminFrame>
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
