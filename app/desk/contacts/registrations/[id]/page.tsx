import { getLocale } from 'next-intl/server'
import { CompanyPicker } from '#app/desk/contacts/company-picker.tsx'
import { idIn } from '#app/desk/contacts/id-in.ts'
import { FieldFacts } from '#app/desk/contacts/record-facts.tsx'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { fieldsOf } from '#lib/groups/data-model.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type RegistrationPage, registrationPage } from '#lib/registration/queries/waiting.ts'
import { Facts } from '#lib/ui/facts.tsx'
import { Columns, Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { Approval } from './approval.tsx'
import { Refusal } from './refusal.tsx'

/** Somebody who registered: what is known, and the decision. `q` looks for another company, `company` is the one that was chosen. */
export default deskPage(async (viewer, { params, search }) => {
  const id = idIn(params.id)
  const [t, locale] = await Promise.all([getTranslations('registration.desk'), getLocale()])
  const q = search.q?.trim().slice(0, 200)
  const page = await registrationPage(viewer, id, { q, company: search.company, locale })
  const here = (query: Record<string, string>) => paths.deskContacts('registrations', id, query)
  return (
    <DeskFrame viewer={viewer} nav={page.nav} title={page.registration.name} place={{ area: 'contacts' }}>
      <Page>
        <PageHeader
          title={page.registration.name}
          meta={
            <>
              <a href={paths.deskContacts('registrations')}>{t('back')}</a>
              <span>{page.registration.group}</span>
            </>
          }
        />
        {page.companies ? (
          <Section title={t('companyTitle')}>
            <CompanyPicker
              action={here({})}
              q={q || undefined}
              companies={page.companies}
              addressOf={(company) => here({ company: String(company) })}
              none={{ href: here({ company: 'none' }), label: t('companyWithout') }}
            />
          </Section>
        ) : (
          <Columns asideLabel={t('given')} aside={<Given page={page} />}>
            <Approval page={page} otherCompany={page.model.hasCompanies ? here({ q: '' }) : undefined} />
            <Refusal id={id} />
          </Columns>
        )}
      </Page>
    </DeskFrame>
  )
})

async function Given({ page: { registration, model } }: { page: RegistrationPage }) {
  const [t, locale] = await Promise.all([getTranslations('registration.desk'), getLocale()])
  const formats = formatsFor(locale)
  const { email, consentedAt, createdAt } = registration
  return (
    <Section title={t('given')}>
      <Facts
        facts={[
          { label: t('email'), value: email },
          { label: t('since'), value: formats.full(createdAt) },
          ...(consentedAt ? [{ label: t('consented'), value: formats.full(consentedAt) }] : []),
        ]}
      />
      <FieldFacts fields={fieldsOf(model, 'contact')} held={registration} />
    </Section>
  )
}
