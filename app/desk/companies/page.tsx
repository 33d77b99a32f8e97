import { getLocale } from 'next-intl/server'
import { CustomerListPage } from '#app/desk/contacts/customer-list.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { companyList } from '#lib/companies/queries/list.ts'
import { customerListShape } from '#lib/contacts/customer-list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { CompanyTable } from './company-table.tsx'

export default deskPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('companies'), getLocale()])
  const list = await companyList(viewer, customerListShape.parse(search), locale)
  return (
    <CustomerListPage
      viewer={viewer}
      area="companies"
      list={list}
      groups={list.groups.filter(({ hasCompanies }) => hasCompanies)}
      done={search.done === 'deleted' ? t('done.deleted') : undefined}
      table={CompanyTable}
    />
  )
})
