import { headers } from 'next/headers'
import { PROBLEMS } from '#lib/auth/oidc/problem.ts'
import { type Kind, type OfferedProvider, providersAt } from '#lib/auth/oidc/provider.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'

/** What the sign-in page offers beside the password; nothing while the database is away. */
export async function offeredHere(kind: Kind): Promise<OfferedProvider[]> {
  return providersAt((await headers()).get('host') ?? '', kind).catch(() => [])
}

/** One button for each provider, below the form. */
export async function SignInWith({ offered, kind, next }: { offered: OfferedProvider[]; kind: Kind; next: string }) {
  if (offered.length === 0) return null
  const t = await getTranslations('sso')
  return (
    <div data-part="ways">
      <p>{t('or')}</p>
      {offered.map(({ key, name }) => (
        <form key={key} action={paths.signInWith(key)} method="post">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="next" value={next} />
          <Button>{t('with', { name })}</Button>
        </form>
      ))}
    </div>
  )
}

/** Why a provider brought nobody in, in one sentence; the audit log has the cause. */
export async function NotSignedIn({
  offered,
  problem,
  provider,
}: {
  offered: OfferedProvider[]
  problem: string | undefined
  provider: string | undefined
}) {
  const known = PROBLEMS.find((one) => one === problem)
  if (!known || known === 'taken') return null
  const t = await getTranslations('sso')
  const name = offered.find(({ key }) => key === provider)?.name ?? t('other')
  return <Notice tone="danger">{t(`problems.${known}`, { name })}</Notice>
}
