import { getViewer } from '#lib/auth/viewer.ts'
import type { RefusedPage } from '#lib/http/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { DeskShell } from '#lib/ui/shell/desk-shell.tsx'
import { AdminFrame } from './page-frame.tsx'

/** What happened and what to do next. */
export async function RefusedView({ error, requestId }: RefusedPage) {
  const t = await getTranslations()
  const viewer = await getViewer().catch(() => undefined)
  const title = t(`errors.${error.code}.title`)
  const ended = error.code === 'session_ended'
  const message = (
    <MessagePage
      title={title}
      text={error.code === 'forbidden' ? t('admin.forbidden') : t(`errors.${error.code}.text`)}
      reference={error.status >= 500 && requestId ? t('common.reference', { id: requestId }) : undefined}
    >
      <ButtonLink href={ended ? paths.deskSignIn() : paths.desk()}>
        {ended ? t('pages.signIn') : t('admin.toDesk')}
      </ButtonLink>
    </MessagePage>
  )
  if (viewer?.kind === 'engineer')
    return (
      <AdminFrame viewer={viewer} title={title}>
        {message}
      </AdminFrame>
    )
  const theme = await wornTheme()
  return (
    <DeskShell
      labels={{ skip: t('common.skip'), nav: t('admin.navigation'), menu: t('common.menu') }}
      brand={{ href: paths.desk(), name: theme.name, logo: theme.logos.header }}
      nav={[]}
    >
      <title>{`${title} – ${t('admin.title')}`}</title>
      {message}
    </DeskShell>
  )
}
