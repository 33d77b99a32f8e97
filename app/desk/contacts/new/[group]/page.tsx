import { getLocale } from 'next-intl/server'
import { createContact } from '#app/desk/contacts/actions.ts'
import { CompanyPicker } from '#app/desk/contacts/company-picker.tsx'
import { fieldProblems } from '#app/desk/contacts/field-problems.ts'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { recordSections } from '#app/desk/contacts/record-sections.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { companyChoice } from '#lib/companies/queries/choose.ts'
import { newContactForm } from '#lib/contacts/queries/form.ts'
import { notFound } from '#lib/errors.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** First the company, where the customer group has companies, then the contact. */
export default deskPage(async (viewer, { params, search }) => {
  if (typeof params.group !== 'string') throw notFound()
  const locale = await getLocale()
  const company = search.company === undefined || search.company === 'none' ? undefined : idIn(search.company)
  const form = await newContactForm(viewer, params.group, { company, locale })
  return form.group.hasCompanies && search.company === undefined
    ? choose(viewer, params.group, search.q)
    : fill(viewer, form)
})

async function choose(viewer: EngineerViewer, key: string, asked: string | undefined) {
  const [t, locale] = await Promise.all([getTranslations('contacts'), getLocale()])
  const q = asked?.trim().slice(0, 200) || undefined
  const { group, companies, nav } = await companyChoice(viewer, key, { q, locale })
  const here = (query: Record<string, string>) => paths.deskContacts('new', key, query)
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('new')} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader title={t('new')} meta={<span>{group.label}</span>} lead={t('chooseCompany')} />
        <CompanyPicker
          action={here({})}
          q={q}
          companies={companies}
          addressOf={(company) => here({ company: String(company) })}
          none={{ href: here({ company: 'none' }), label: t('withoutCompany') }}
        />
      </Page>
    </DeskFrame>
  )
}

async function fill(viewer: EngineerViewer, form: Awaited<ReturnType<typeof newContactForm>>) {
  const [t, common] = await Promise.all([getTranslations('contacts'), getTranslations('common')])
  const { group, company, model, nav } = form
  const empty = { name: '', externalId: null, email: null, locale: null, fields: {} }
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('new')} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader
          title={t('new')}
          meta={
            <>
              {company ? <a href={paths.deskCompanies(company.id)}>{company.name}</a> : null}
              <span>{group.label}</span>
            </>
          }
        />
        <RecordForm
          sticky
          action={createContact}
          sections={
            await recordSections(
              { model, level: 'contact', held: empty },
              { group: group.key, ...(company ? { company: company.id } : {}) },
            )
          }
          words={await formWords(t('create'), await fieldProblems())}
        >
          <ButtonLink href={company ? paths.deskCompanies(company.id) : paths.deskContacts()}>
            {common('cancel')}
          </ButtonLink>
        </RecordForm>
      </Page>
    </DeskFrame>
  )
}
