import { openPage } from '#app/(auth)/open-page.tsx'
import { Door } from '#app/parts/door.tsx'
import { PasswordForm } from '#app/parts/password-form.tsx'
import { passwordWords } from '#app/parts/password-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { registrationOfLink } from '#lib/registration/queries/link.ts'
import { settings } from '#lib/settings/queries.ts'
import { confirm } from './actions.ts'

/** Where the link in the mail leads: choose a password, which confirms the address. Opening it uses nothing up. */
export default openPage(async (search) => {
  const token = search.token ?? ''
  const [t, registration, values] = await Promise.all([
    getTranslations(),
    registrationOfLink(token),
    settings('password.min_length'),
  ])
  const back = (
    <p>
      <a href={paths.signIn()}>{t('forgot.back')}</a>
    </p>
  )
  if (search.done === 'held')
    return (
      <Door title={t('registration.heldTitle')}>
        <p>{t('registration.held')}</p>
        {back}
      </Door>
    )
  if (!registration)
    return (
      <Door title={t('registration.expiredTitle')}>
        <p>{t('registration.expired')}</p>
        {back}
      </Door>
    )
  const { name, email } = registration
  return (
    <Door title={t('registration.confirmTitle')} lead={t('registration.confirmLead', { name, email })}>
      <PasswordForm
        login={email}
        token={token}
        action={confirm}
        words={{ ...(await passwordWords(values['password.min_length'])), submit: t('registration.confirmSubmit') }}
      />
    </Door>
  )
})
