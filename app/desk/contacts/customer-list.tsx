import type { ReactNode } from 'react'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { CustomerListView, CustomerPage } from '#lib/contacts/customer-list.ts'
import type { CustomerGroup } from '#lib/contacts/queries/groups.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { DeskNav } from '#lib/tickets/queries/desk-nav.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { CustomerFilters } from './customer-filters.tsx'

type Area = 'companies' | 'contacts'

const address = { companies: paths.deskCompanies, contacts: paths.deskContacts } as const
const icon = { companies: 'building', contacts: 'users' } as const

/** The page of all companies or all contacts that the engineer may read: search, the rows as a table, and the way to add one. */
export async function CustomerListPage<Row>({
  viewer,
  area,
  list: { nav, view, rows, previous, next },
  groups,
  done,
  above,
  table: Rows,
}: {
  viewer: EngineerViewer
  area: Area
  list: CustomerPage<Row> & { nav: DeskNav; view: CustomerListView }
  /** Those that can have any. */
  groups: CustomerGroup[]
  /** What has just been done. */
  done: string | undefined
  above?: ReactNode
  table: (props: { rows: Row[]; groups: boolean }) => Promise<ReactNode>
}) {
  const [t, common] = await Promise.all([getTranslations(area), getTranslations('contacts')])
  const at = address[area]
  const step = (change: Partial<CustomerListView>) => at(listQuery(view, change))
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title')} place={{ area }}>
      <Page>
        <PageHeader
          title={t('title')}
          actions={
            groups.some(({ mayWrite }) => mayWrite) ? (
              <ButtonLink variant="primary" href={at('new', { group: view.group })}>
                {t('new')}
              </ButtonLink>
            ) : null
          }
        />
        {done ? <Notice tone="success">{done}</Notice> : null}
        {above}
        {groups.length === 0 ? (
          <EmptyState icon="lock" title={common('noGroupsTitle')} text={common('noGroups')} />
        ) : (
          <>
            <CustomerFilters
              action={at()}
              view={view}
              groups={groups}
              searchLabel={t('search')}
              hint={t('searchHint')}
            />
            {rows.length > 0 ? (
              <Panel>
                <Rows rows={rows} groups={groups.length > 1 && !view.group} />
              </Panel>
            ) : view.q ? (
              <EmptyState icon="search" title={t('nothingFoundTitle', { query: view.q })} text={common('nothingFound')}>
                <ButtonLink href={at()}>{t('showAll')}</ButtonLink>
              </EmptyState>
            ) : (
              <EmptyState icon={icon[area]} title={t('emptyTitle')} text={t('empty')} />
            )}
            <ListPages previous={previous && step({ before: previous })} next={next && step({ after: next })} />
          </>
        )}
      </Page>
    </DeskFrame>
  )
}

/** The query of a list with something changed, from its first page on, and without what is the default anyway. */
function listQuery(view: CustomerListView, change: Partial<CustomerListView>) {
  const next = { ...view, after: undefined, before: undefined, ...change }
  return { ...next, active: next.active === 'yes' ? undefined : next.active }
}
