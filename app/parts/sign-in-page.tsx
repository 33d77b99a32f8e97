import { headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { hostNamed } from '#lib/auth/host.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { labelOf } from '#lib/groups/data-model.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Door } from './door.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'
import { RegisterLink } from './register-link.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { NotSignedIn, offeredHere, SignInWith } from './sign-in-with.tsx'

/** What the address tells: what was just done, or which provider brought nobody in and why. */
export type SignInSearch = { next?: string; done?: string; problem?: string; provider?: string }

/** One sentence, two fields, one button, and who else may vouch for people; for customers and, plainer, for engineers. */
export async function SignInPage({
  kind,
  next,
  search,
}: {
  kind: 'contact' | 'engineer'
  next: string
  search: SignInSearch
}) {
  // Where the database is away the page still opens, without the link.
  const [t, mayReset, own, offered] = await Promise.all([
    getTranslations(),
    passwordsAreKeptHere(kind).catch(() => false),
    kind === 'contact' ? siteWords() : undefined,
    offeredHere(kind),
  ])
  return (
    <Door
      title={kind === 'engineer' ? t('signIn.engineer') : t('signIn.title')}
      lead={kind === 'engineer' ? undefined : t('signIn.lead')}
    >
      {search.done === 'over' ? <Notice tone="warning">{t('factors.step.over')}</Notice> : null}
      {search.done === 'password' ? <Notice tone="success">{t('signIn.passwordChanged')}</Notice> : null}
      {search.done === 'invited' ? <Notice tone="success">{t('signIn.passwordChosen')}</Notice> : null}
      {search.done === 'registered' ? <Notice tone="success">{t('registration.acceptedNotice')}</Notice> : null}
      {search.done === 'kept' ? <Notice>{t('signIn.ended')}</Notice> : null}
      <NotSignedIn offered={offered} problem={search.problem} provider={search.provider} />
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
          loginMissing: own?.login ? t('signIn.missing', { field: own.login }) : t('signIn.loginMissing'),
          passwordMissing: own?.password ? t('signIn.missing', { field: own.password }) : t('signIn.passwordMissing'),
          full: t('signIn.full'),
          unavailable: t('signIn.unavailable'),
          forbidden: t('errors.forbidden.text'),
        }}
      />
      <PasskeySignIn kind={kind} next={next} />
      {mayReset ? (
        <p>
          <a href={paths.forgotPassword(kind)}>{t('signIn.forgot')}</a>
        </p>
      ) : null}
      <SignInWith offered={offered} kind={kind} next={next} />
      {kind === 'contact' ? <RegisterLink /> : null}
    </Door>
  )
}

/** What the site calls login and password, where the host is that of one customer group. */
async function siteWords() {
  const [host, locale] = await Promise.all([hostNamed((await headers()).get('host') ?? ''), getLocale()])
  return { login: labelOf(host?.login ?? null, locale), password: labelOf(host?.password ?? null, locale) }
}
