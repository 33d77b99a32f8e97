import { getLocale, getTranslations } from 'next-intl/server'
import { paths } from '#lib/paths.ts'
import { type DeskListPage, deskList } from '#lib/tickets/queries/desk-list.ts'
import { deskViewShape } from '#lib/tickets/queries/desk-view.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { deskPage } from './desk-page.ts'
import { DeskTable } from './desk-table.tsx'
import { NothingHere } from './nothing-here.tsx'
import { DeskFrame } from './page-frame.tsx'
import { QueueViews } from './queue-views.tsx'
import { addressOf } from './view-address.ts'

export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const list = await deskList(viewer, deskViewShape.parse(search), locale)
  const { nav, queue, view, rows } = list
  const views = {
    open: t('desk.allOpen'),
    mine: t('desk.mine'),
    unassigned: t('desk.unassigned'),
    closed: t('desk.closed'),
  }
  const title = view.q ? t('tickets.searchFor', { query: view.q }) : (queue?.label ?? views[view.view])
  return (
    <DeskFrame
      viewer={viewer}
      nav={nav}
      title={title}
      {...(view.q ? {} : { place: queue ? { queue: queue.key } : view })}
    >
      <Page>
        <PageHeader
          title={title}
          meta={
            queue && view.q ? (
              <a href={paths.desk({ queue: queue.key })}>{queue.label}</a>
            ) : queue ? (
              <QueueViews view={view} labels={views} />
            ) : null
          }
        />
        <SearchForm
          action={paths.desk()}
          label={`${t('common.search')}: ${queue?.label ?? t('desk.tickets')}`}
          button={t('common.search')}
          defaultValue={view.q}
          placeholder={t('tickets.searchHint')}
          keep={queue ? { queue: queue.key } : {}}
        />
        {nav.queues.length === 0 ? (
          <EmptyState icon="lock" title={t('desk.queuesEmptyTitle')} text={t('desk.queuesEmpty')} />
        ) : rows.length === 0 ? (
          <NothingHere view={view} />
        ) : (
          <Panel>
            <DeskTable rows={rows} caption={title} />
          </Panel>
        )}
        <Pages list={list} />
      </Page>
    </DeskFrame>
  )
})

async function Pages({ list: { view, newer, older } }: { list: DeskListPage }) {
  const t = await getTranslations('common')
  return (
    <Pagination
      label={t('pages')}
      newer={newer ? { href: addressOf(view, { after: newer }), label: t('newer') } : undefined}
      older={older ? { href: addressOf(view, { before: older }), label: t('older') } : undefined}
    />
  )
}
