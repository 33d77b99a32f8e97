import { openPage } from '#app/(auth)/open-page.tsx'
import { Door } from '#app/parts/door.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { settings } from '#lib/settings/queries.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { askForLink } from './actions.ts'

/** Asks for the login, and says afterwards what comes; the same whether or not there is such an account. */
export default openPage(async (search) => {
  const kind = search.for === 'desk' ? 'engineer' : 'contact'
  const [t, isOpen, limits] = await Promise.all([
    getTranslations(),
    passwordsAreKeptHere(kind),
    settings('password.reset_minutes'),
  ])
  const back = (
    <p>
      <a href={kind === 'engineer' ? paths.deskSignIn() : paths.signIn()}>{t('forgot.back')}</a>
    </p>
  )
  if (!isOpen)
    return (
      <Door title={t('forgot.title')}>
        <p>{t('password.elsewhere')}</p>
        {back}
      </Door>
    )
  if (search.sent)
    return (
      <Door title={t('forgot.sentTitle')}>
        <p>{t('forgot.sent', { minutes: limits['password.reset_minutes'] })}</p>
        <p>{t('forgot.notHere')}</p>
        {back}
      </Door>
    )
  return (
    <Door title={t('forgot.title')} lead={t('forgot.lead')}>
      <RecordForm
        action={askForLink}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'kind', value: kind },
              { kind: 'text', name: 'login', label: t('signIn.login'), autoComplete: 'username', spellCheck: false },
            ],
          },
        ]}
        words={await formWords(t('forgot.submit'), { loginMissing: t('signIn.loginMissing') })}
      />
      {back}
    </Door>
  )
})
