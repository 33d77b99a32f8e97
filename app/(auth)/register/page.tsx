import { headers } from 'next/headers'
import { getLocale, getMessages } from 'next-intl/server'
import { openPage } from '#app/(auth)/open-page.tsx'
import { Door } from '#app/parts/door.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { notFound } from '#lib/errors.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { RegistrationForm } from '#lib/registration/form.ts'
import { registrationForms } from '#lib/registration/queries/forms.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'
import { register } from './actions.ts'
import { registrationFields } from './fields.ts'

/** For people without an account, on hosts where a customer group lets them register; elsewhere there is no such page. */
export default openPage(async (search) => {
  const forms = await registrationForms((await headers()).get('host') ?? '')
  if (forms.length === 0) throw notFound()
  if (search.sent) return sent()
  const form = forms.length === 1 ? forms[0] : forms.find(({ key }) => key === search.group)
  return form ? ask(form) : choose(forms)
})

async function sent() {
  const t = await getTranslations()
  return (
    <Door title={t('registration.sentTitle')}>
      <p>{t('registration.sent')}</p>
      <p>{t('registration.sentNot')}</p>
      <p>
        <a href={paths.signIn()}>{t('forgot.back')}</a>
      </p>
    </Door>
  )
}

async function choose(forms: RegistrationForm[]) {
  const [t, locale] = await Promise.all([getTranslations('registration'), getLocale()])
  return (
    <Door title={t('chooseTitle')} lead={t('chooseLead')}>
      <Tiles>
        {forms.map(({ key, labels }) => (
          <Tile key={key} href={paths.register({ group: key })} title={labelOf(labels, locale)} />
        ))}
      </Tiles>
    </Door>
  )
}

async function ask(form: RegistrationForm) {
  const [t, messages] = await Promise.all([getTranslations('registration'), getMessages()])
  const problems = { ...messages.contacts.problems, ...messages.registration.problems }
  return (
    <Door title={t('title')} lead={t('lead')}>
      <RecordForm
        action={register}
        sections={[{ fields: await registrationFields(form) }]}
        words={await formWords(t('submit'), problems)}
      />
      {form.consent && form.consentLink ? (
        <p>
          <a href={form.consentLink} rel="noopener noreferrer">
            {t('consentRead')}
          </a>
        </p>
      ) : null}
      <p>
        <a href={paths.signIn()}>{t('toSignIn')}</a>
      </p>
    </Door>
  )
}
