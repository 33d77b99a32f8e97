import { getLocale } from 'next-intl/server'
import { getViewer } from '#lib/auth/viewer.ts'
import type { RefusedPage } from '#lib/http/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { PortalShell } from '#lib/ui/shell/portal-shell.tsx'
import { PortalFrame } from './page-frame.tsx'

/** What happened, what was kept, what to do next, in the theme; the same for what is unknown and what is not visible. */
export async function RefusedView({ error, requestId }: RefusedPage) {
  const t = await getTranslations()
  const viewer = await getViewer().catch(() => undefined)
  const title = t(`errors.${error.code}.title`)
  const message = (
    <MessagePage
      title={title}
      text={t(`errors.${error.code}.text`)}
      reference={error.status >= 500 && requestId ? t('common.reference', { id: requestId }) : undefined}
    >
      <ButtonLink href={error.code === 'session_ended' ? paths.signIn() : paths.welcome()}>
        {error.code === 'session_ended' ? t('pages.signIn') : t('pages.home')}
      </ButtonLink>
    </MessagePage>
  )
  if (viewer?.kind === 'contact' || viewer?.kind === 'viewing-as')
    return (
      <PortalFrame viewer={viewer} title={title}>
        {message}
      </PortalFrame>
    )
  const [theme, locale] = await Promise.all([wornTheme(), getLocale()])
  return (
    <PortalShell
      labels={{ skip: t('common.skip'), nav: t('common.navigation'), menu: t('common.menu') }}
      brand={{ href: paths.welcome(), name: theme.name, logo: theme.logos.header }}
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${title} – ${theme.name}`}</title>
      {message}
    </PortalShell>
  )
}
