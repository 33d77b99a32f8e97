import { getLocale } from 'next-intl/server'
import { createCompany } from '#app/desk/companies/actions.ts'
import { fieldProblems } from '#app/desk/contacts/field-problems.ts'
import { recordSections } from '#app/desk/contacts/record-sections.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { newCompanyForm } from '#lib/companies/queries/form.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

export default deskPage(async (viewer, { params }) => {
  if (typeof params.group !== 'string') throw notFound()
  const [t, common, locale] = await Promise.all([getTranslations('companies'), getTranslations('common'), getLocale()])
  const { group, model, nav } = await newCompanyForm(viewer, params.group, locale)
  const held = { name: '', externalId: null, fields: {} }
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('new')} place={{ area: 'companies' }}>
      <Page>
        <PageHeader title={t('new')} meta={<span>{group.label}</span>} />
        <RecordForm
          sticky
          action={createCompany}
          sections={await recordSections({ model, level: 'company', held }, { group: group.key })}
          words={await formWords(t('create'), await fieldProblems())}
        >
          <ButtonLink href={paths.deskCompanies()}>{common('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
})
