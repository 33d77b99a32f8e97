import { getTranslations } from '#lib/i18n/translations.ts'
import { accountOfLink } from '#lib/links/queries.ts'
import type { Purpose } from '#lib/links/tokens.ts'
import { paths } from '#lib/paths.ts'
import { settings } from '#lib/settings/queries.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import type { FormState } from '#lib/ui/form-state.ts'
import { Door } from './door.tsx'
import { PasswordForm } from './password-form.tsx'
import { passwordWords } from './password-words.ts'

/** Where the link in a mail leads: choose a password, or learn that the link holds no more. Opening it uses nothing up. */
export async function LinkPage({
  purpose,
  token,
  action,
}: {
  purpose: Purpose
  token: string
  action: (state: FormState, form: FormData) => Promise<FormState>
}) {
  const [t, account, values] = await Promise.all([
    getTranslations(),
    accountOfLink(purpose, token),
    settings('password.min_length'),
  ])
  if (!account)
    return (
      <Door title={t('reset.expiredTitle')}>
        <p>{t(purpose === 'reset' ? 'reset.expired' : 'reset.invitationExpired')}</p>
        <p>
          <ButtonLink href={purpose === 'reset' ? paths.forgotPassword() : paths.signIn()}>
            {t(purpose === 'reset' ? 'reset.again' : 'forgot.back')}
          </ButtonLink>
        </p>
      </Door>
    )
  const lead = t(purpose === 'reset' ? 'reset.lead' : 'reset.welcome', { name: account.name, login: account.login })
  return (
    <Door title={t(purpose === 'reset' ? 'reset.title' : 'reset.invitationTitle')} lead={lead}>
      <PasswordForm
        login={account.login}
        token={token}
        action={action}
        words={{ ...(await passwordWords(values['password.min_length'])), submit: t('reset.submit') }}
      />
    </Door>
  )
}
