import { getLocale } from 'next-intl/server'
import { saveCompany } from '#app/desk/companies/actions.ts'
import { fieldProblems } from '#app/desk/contacts/field-problems.ts'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { recordSections } from '#app/desk/contacts/record-sections.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { companyForm } from '#lib/companies/queries/form.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

export default deskPage(async (viewer, { params }) => {
  const [t, common, locale] = await Promise.all([getTranslations('companies'), getTranslations('common'), getLocale()])
  const { company, version, model, nav } = await companyForm(viewer, idIn(params.id), locale)
  const back = paths.deskCompanies(company.id)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={`${t('editTitle')}: ${company.name}`} place={{ area: 'companies' }}>
      <Page>
        <PageHeader title={t('editTitle')} meta={<a href={back}>{company.name}</a>} />
        <RecordForm
          sticky
          action={saveCompany}
          sections={await recordSections({ model, level: 'company', held: company }, { id: company.id, version })}
          words={await formWords(common('save'), await fieldProblems())}
        >
          <ButtonLink href={back}>{common('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})
