import { getLocale, getTranslations } from 'next-intl/server'
import { paths } from '#lib/paths.ts'
import { type DeskListPage, deskList } from '#lib/tickets/queries/desk-list.ts'
import { type DeskView, deskViewShape } from '#lib/tickets/queries/desk-view.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { deskPage } from './desk-page.ts'
import { DeskTable } from './desk-table.tsx'
import { NothingHere } from './nothing-here.tsx'
import { DeskFrame } from './page-frame.tsx'
import { addressOf } from './view-address.ts'

export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()])
  const list = await deskList(viewer, deskViewShape.parse(search), locale)
  const { nav, queue, view, rows } = list
  const views = viewsOf(view, t)
  const place = queue?.label ?? views.find((one) => one.current)?.label ?? t('desk.tickets')
  const title = view.q ? t('tickets.searchFor', { query: view.q }) : place
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
          meta={view.q && queue ? <a href={paths.desk({ queue: queue.key })}>{queue.label}</a> : null}
        />
        <SearchForm
          action={paths.desk()}
          label={`${t('common.search')}: ${queue?.label ?? t('desk.tickets')}`}
          button={t('common.search')}
          defaultValue={view.q}
          placeholder={t('tickets.searchHint')}
          keep={queue ? { queue: queue.key } : {}}
        />
        {queue && !view.q ? <Tabs label={t('desk.views')} tabs={views} /> : null}
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

type Say = Awaited<ReturnType<typeof getTranslations<never>>>

function viewsOf(view: DeskView, t: Say) {
  const tab = (key: DeskView['view'], label: string) => ({
    href: addressOf(view, { view: key }),
    label,
    current: view.view === key,
  })
  return [
    tab('open', t('desk.allOpen')),
    tab('mine', t('desk.mine')),
    tab('unassigned', t('desk.unassigned')),
    tab('closed', t('desk.closed')),
  ]
}

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
