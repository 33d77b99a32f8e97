import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { hostNamed } from '#lib/auth/host.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Door } from './door.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** One sentence, two fields, one button; for customers and, plainer, for engineers. `done` tells what was just done. */
export async function SignInPage({
  kind,
  next,
  done,
}: {
  kind: 'contact' | 'engineer'
  next: string
  done?: string | undefined
}) {
  // Where the database is away the page still opens, without the link.
  const [t, mayReset, own] = await Promise.all([
    getTranslations(),
    passwordsAreKeptHere(kind).catch(() => false),
    kind === 'contact' ? siteWords() : undefined,
  ])
  return (
    <Door
      title={kind === 'engineer' ? t('signIn.engineer') : t('signIn.title')}
      lead={kind === 'engineer' ? undefined : t('signIn.lead')}
    >
      {done === 'password' ? <Notice tone="success">{t('signIn.passwordChanged')}</Notice> : null}
      <SignInForm
        kind={kind}
        next={next}
        words={{
          login: own?.login || t('signIn.login'),
          loginHelp: t('signIn.loginHelp'),
          password: own?.password || t('signIn.password'),
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
      {mayReset ? (
        <p>
          <a href={paths.forgotPassword(kind)}>{t('signIn.forgot')}</a>
        </p>
      ) : null}
    </Door>
  )
}

/** What the site calls login and password, where the host is that of one customer group. */
async function siteWords() {
  const [host, locale] = await Promise.all([hostNamed((await headers()).get('host') ?? ''), getLocale()])
  return { login: labelOf(host?.login ?? null, locale), password: labelOf(host?.password ?? null, locale) }
}
