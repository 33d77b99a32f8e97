import { getMessages } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RegistrationPage } from '#lib/registration/queries/waiting.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { approve } from './actions.ts'

/** Gives whoever registered an account: of a new contact, or of one that has the same address. */
export async function Approval({ page, otherCompany }: { page: RegistrationPage; otherCompany: string | undefined }) {
  const [t, messages] = await Promise.all([getTranslations('registration.desk'), getMessages()])
  const { registration, company, known } = page
  const taken = known.filter(({ hasAccount }) => hasAccount)
  return (
    <Section title={t('approve')}>
      <p>{t('approveLead')}</p>
      {known.length > 0 ? (
        <Notice tone="warning">
          <p>
            <strong>{t('knownTitle')}</strong> {t('knownText')}
          </p>
          {taken.map(({ id, name }) => (
            <p key={id}>{t('knownAccount', { name })}</p>
          ))}
        </Notice>
      ) : null}
      {registration.mayWrite ? null : <p data-part="field-note">{t('mayNotWrite')}</p>}
      {page.model.hasCompanies ? (
        <p>
          {t('company')}: <strong dir="auto">{company?.name ?? t('companyNone')}</strong>
        </p>
      ) : null}
      <RecordForm
        action={approve}
        sections={[{ fields: await fieldsFor(page) }]}
        words={await formWords(t('approve'), messages.registration.desk.problems)}
      >
        {otherCompany ? <ButtonLink href={otherCompany}>{t('companyChoose')}</ButtonLink> : null}
      </RecordForm>
      {registration.assignment === 'fixed' ? (
        <p data-part="field-note">{t('profileFixed', { profile: registration.fixedProfile ?? '–' })}</p>
      ) : null}
    </Section>
  )
}

async function fieldsFor({ registration, company, known, profiles }: RegistrationPage): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('registration.desk')
  const free = known.filter(({ hasAccount }) => !hasAccount)
  return [
    { kind: 'hidden', name: 'id', value: registration.id },
    { kind: 'hidden', name: 'company', value: company?.id ?? '' },
    ...(free.length > 0
      ? [
          {
            kind: 'radio' as const,
            name: 'contact',
            label: t('contact'),
            value: String(free[0]?.id),
            options: [
              ...free.map(({ id, name }) => ({ value: String(id), label: t('contactKnown', { name }) })),
              { value: '', label: t('contactNew') },
            ],
          },
        ]
      : []),
    ...(registration.assignment === 'manual'
      ? [
          {
            kind: 'select' as const,
            name: 'profile',
            label: t('profile'),
            help: t('profileHelp'),
            empty: '–',
            options: profiles.map(({ id, name }) => ({ value: String(id), label: name })),
          },
        ]
      : []),
  ]
}
