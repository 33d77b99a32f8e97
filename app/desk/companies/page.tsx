import { getLocale } from 'next-intl/server'
import { CustomerFilters } from '#app/desk/contacts/customer-filters.tsx'
import { listQuery } from '#app/desk/contacts/list-address.ts'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import { companyList } from '#lib/companies/queries/list.ts'
import { customerListShape } from '#lib/contacts/customer-list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { CompanyTable } from './company-table.tsx'

export default deskPage(async (viewer, { search }) => {
  const [t, common, locale] = await Promise.all([
    getTranslations('companies'),
    getTranslations('contacts'),
    getLocale(),
  ])
  const list = await companyList(viewer, customerListShape.parse(search), locale)
  const { nav, view, rows, previous, next } = list
  const groups = list.groups.filter(({ hasCompanies }) => hasCompanies)
  const address = (change: Parameters<typeof listQuery>[1]) => paths.deskCompanies(listQuery(view, change))
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title')} place={{ area: 'companies' }}>
      <Page>
        <PageHeader
          title={t('title')}
          actions={
            groups.some(({ mayWrite }) => mayWrite) ? (
              <ButtonLink variant="primary" href={paths.deskCompanies('new', { group: view.group })}>
                {t('new')}
              </ButtonLink>
            ) : null
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
        {groups.length === 0 ? (
          <EmptyState icon="lock" title={common('noGroupsTitle')} text={common('noGroups')} />
        ) : (
          <>
            <CustomerFilters
              action={paths.deskCompanies()}
              view={view}
              groups={groups}
              searchLabel={t('search')}
              hint={t('searchHint')}
            />
            {rows.length > 0 ? (
              <Panel>
                <CompanyTable rows={rows} groups={groups.length > 1 && !view.group} />
              </Panel>
            ) : view.q ? (
              <EmptyState icon="search" title={t('nothingFoundTitle', { query: view.q })} text={common('nothingFound')}>
                <ButtonLink href={paths.deskCompanies()}>{t('showAll')}</ButtonLink>
              </EmptyState>
            ) : (
              <EmptyState icon="building" title={t('emptyTitle')} text={t('empty')} />
            )}
            <ListPages previous={previous && address({ before: previous })} next={next && address({ after: next })} />
          </>
        )}
      </Page>
    </DeskFrame>
  )
})
