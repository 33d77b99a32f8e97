import { getLocale } from 'next-intl/server'
import { LanguageSwitch } from '#app/preferences/switches.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { SignInShell } from '#lib/ui/shell/sign-in-shell.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The brand's page: logo, one sentence, two fields, one button. For customers and, plainer, for engineers. */
export async function SignInPage({ kind, next }: { kind: 'contact' | 'engineer'; next: string }) {
  const [theme, locale, t] = await Promise.all([wornTheme(), getLocale(), getTranslations()])
  const title = kind === 'engineer' ? t('signIn.engineer') : t('signIn.title')
  return (
    <SignInShell
      layout={theme.layout.login}
      labels={{ skip: t('common.skip') }}
      name={theme.name}
      logos={theme.logos}
      title={title}
      lead={kind === 'engineer' ? undefined : t('signIn.lead')}
      aside={theme.slot('login-aside', locale)}
      switches={<LanguageSwitch />}
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${title} – ${theme.name}`}</title>
      <SignInForm
        kind={kind}
        next={next}
        words={{
          login: t('signIn.login'),
          loginHelp: t('signIn.loginHelp'),
          password: t('signIn.password'),
          submit: t('signIn.submit'),
          submitting: t('signIn.submitting'),
          refusedTitle: t('signIn.refusedTitle'),
          refused: t('signIn.refused'),
          loginMissing: t('signIn.loginMissing'),
          passwordMissing: t('signIn.passwordMissing'),
          full: t('signIn.full'),
          unavailable: t('signIn.unavailable'),
          forbidden: t('errors.forbidden.text'),
        }}
      />
    </SignInShell>
  )
}
