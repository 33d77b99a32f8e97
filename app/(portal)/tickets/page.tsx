import { getLocale } from 'next-intl/server'
import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { type TicketListPage, ticketList } from '#lib/tickets/queries/list.ts'
import { type TicketView, ticketViewShape } from '#lib/tickets/view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { TicketFilters } from './filters.tsx'
import { NoTickets } from './no-tickets.tsx'
import { TicketTable } from './ticket-table.tsx'

export default portalPage(async (viewer, { search }) => {
  const [t, locale, theme] = await Promise.all([getTranslations(), getLocale(), wornTheme()])
  const list = await ticketList(viewer, ticketViewShape.parse(search), locale, Math.min(theme.ticketList.pageSize, 100))
  const { view, page } = list
  const mayCreate = viewer.create_queues.length > 0
  return (
    <PortalFrame viewer={viewer} place="tickets" title={t('tickets.title')}>
      <Page>
        <PageHeader
          title={t('tickets.title')}
          actions={
            mayCreate ? (
              <ButtonLink variant="primary" href={paths.newTicket()}>
                {t('tickets.create')}
              </ButtonLink>
            ) : null
          }
        />
        {viewer.own_company === null ? null : (
          <Tabs
            label={t('tickets.scope')}
            tabs={[
              {
                href: paths.tickets(viewOf(view, { scope: 'mine' })),
                label: t('tickets.mine'),
                current: view.scope === 'mine',
              },
              {
                href: paths.tickets(viewOf(view, { scope: 'company' })),
                label: viewer.company_name
                  ? t('tickets.company', { company: viewer.company_name })
                  : t('tickets.companyShort'),
                current: view.scope === 'company',
              },
            ]}
          />
        )}
        <TicketFilters view={view} queues={list.queues} />
        {page.rows.length ? (
          <TicketTable rows={page.rows} caption={t('tickets.title')} columns={theme.ticketList.columns} />
        ) : (
          <NoTickets view={view} mayCreate={mayCreate} />
        )}
        <Pages list={list} />
      </Page>
    </PortalFrame>
  )
})

async function Pages({ list: { view, page, count } }: { list: TicketListPage }) {
  const t = await getTranslations()
  const total =
    count && (count.more ? t('tickets.countMore', { count: count.count }) : t('tickets.count', { count: count.count }))
  return (
    <Pagination
      label={t('common.pages')}
      summary={page.rows.length ? total : undefined}
      newer={
        page.newer ? { href: paths.tickets(viewOf(view, { after: page.newer })), label: t('common.newer') } : undefined
      }
      older={
        page.older ? { href: paths.tickets(viewOf(view, { before: page.older })), label: t('common.older') } : undefined
      }
    />
  )
}

/** The view with something changed, from its first page on, and without what is the default anyway. */
function viewOf(view: TicketView, change: Partial<TicketView>) {
  const next = { ...view, before: undefined, after: undefined, ...change }
  return {
    ...next,
    scope: next.scope === 'mine' ? undefined : next.scope,
    status: next.status === 'open' ? undefined : next.status,
    sort: next.sort === 'activity' ? undefined : next.sort,
  }
}
