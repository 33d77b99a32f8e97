import { getLocale } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type DeskListPage, deskList } from '#lib/tickets/queries/desk-list.ts'
import { deskViewShape } from '#lib/tickets/queries/desk-view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Arrangement } from './arrangement.tsx'
import { BulkForm } from './bulk-form.tsx'
import { CustomerPicks } from './customer-picks.tsx'
import { deskPage } from './desk-page.ts'
import { DeskTable } from './desk-table.tsx'
import { ChosenFilters, Filters } from './filters.tsx'
import { viewLabels } from './labels.ts'
import type { DeskPlace } from './nav-groups.ts'
import { NothingHere } from './nothing-here.tsx'
import { Outcome } from './outcome.tsx'
import { DeskFrame } from './page-frame.tsx'
import { QueueViews } from './queue-views.tsx'
import { pageAddress, queryOf } from './view-address.ts'

export default deskPage(async (viewer, { search }) => {
  const [t, locale, labels] = await Promise.all([getTranslations(), getLocale(), viewLabels()])
  const list = await deskList(viewer, deskViewShape.parse(search), locale)
  const { nav, queue, view } = list
  const saved = nav.saved.find(({ id }) => id === view.saved)
  const named = queue?.label ?? labels[view.view]
  const title = saved?.name ?? (view.q ? t('tickets.searchFor', { query: view.q }) : named)
  const place = placeOf(list)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={title} {...(place ? { place } : {})}>
      <Page>
        <Outcome search={search} />
        <PageHeader
          title={title}
          meta={
            queue && view.q ? (
              <a href={paths.desk({ queue: queue.key })}>{queue.label}</a>
            ) : queue ? (
              <QueueViews view={view} labels={labels} />
            ) : null
          }
          actions={
            viewer.create_queues.length > 0 ? (
              <ButtonLink variant="primary" href={paths.deskPart('tickets', 'new')}>
                {t('deskViews.new')}
              </ButtonLink>
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
        <Filters list={list} />
        <ChosenFilters list={list} />
        <Found list={list} title={title} />
        <Pages list={list} />
        <ExportLink list={list} />
        <Arrangement list={list} />
      </Page>
    </DeskFrame>
  )
})

function placeOf({ view, queue }: DeskListPage): DeskPlace | undefined {
  if (view.saved !== undefined) return { saved: view.saved }
  if (view.q || view.contact || view.company) return undefined
  return queue ? { queue: queue.key } : { view: view.view }
}

async function Found({ list, title }: { list: DeskListPage; title: string }) {
  const t = await getTranslations('desk')
  const { nav, rows, view, choices, partial, picks } = list
  if (nav.queues.length === 0) return <EmptyState icon="lock" title={t('queuesEmptyTitle')} text={t('queuesEmpty')} />
  if (picks) return <CustomerPicks view={view} picks={picks} />
  if (rows.length === 0) return partial ? null : <NothingHere view={view} />
  return (
    <BulkForm list={list}>
      <Panel>
        <DeskTable rows={rows} caption={title} columns={choices.columns} selectable />
      </Panel>
    </BulkForm>
  )
}

async function ExportLink({ list: { rows, view } }: { list: DeskListPage }) {
  const t = await getTranslations('deskViews')
  if (rows.length === 0) return null
  const { before: _before, after: _after, ...asked } = view
  return (
    <p>
      <a
        href={paths.deskPart('export', 'tickets', queryOf({ ...asked, before: undefined, after: undefined }))}
        download
      >
        {t('export')}
      </a>
    </p>
  )
}

async function Pages({ list: { view, newer, older, partial } }: { list: DeskListPage }) {
  const [t, views] = await Promise.all([getTranslations('common'), getTranslations('deskViews')])
  return (
    <>
      {partial ? <Notice>{views('partial')}</Notice> : null}
      <Pagination
        label={t('pages')}
        newer={newer ? { href: pageAddress(view, { after: newer }), label: t('newer') } : undefined}
        older={
          older
            ? { href: pageAddress(view, { before: older }), label: partial ? views('further') : t('older') }
            : undefined
        }
      />
    </>
  )
}
