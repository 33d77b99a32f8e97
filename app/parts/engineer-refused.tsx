import type { ComponentType, ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getViewer } from '#lib/auth/viewer.ts'
import type { RefusedPage } from '#lib/http/page.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { DeskShell } from '#lib/ui/shell/desk-shell.tsx'

type Frame = ComponentType<{ viewer: EngineerViewer; title: string; children: ReactNode }>

/** What happened and what to do next, in the frame of desk or admin; the same for what is unknown and what is not visible. */
export function engineerRefused(section: 'desk' | 'admin', Frame: Frame) {
  return async ({ error, requestId }: RefusedPage) => {
    const t = await getTranslations()
    const viewer = await getViewer().catch(() => undefined)
    const title = t(`errors.${error.code}.title`)
    const ended = error.code === 'session_ended'
    const message = (
      <MessagePage
        title={title}
        text={error.code === 'forbidden' ? t(`${section}.forbidden`) : t(`errors.${error.code}.text`)}
        reference={error.status >= 500 && requestId ? t('common.reference', { id: requestId }) : undefined}
      >
        <ButtonLink href={ended ? paths.deskSignIn() : paths.desk()}>
          {ended ? t('pages.signIn') : section === 'admin' ? t('admin.toDesk') : t('desk.allOpen')}
        </ButtonLink>
      </MessagePage>
    )
    if (viewer?.kind === 'engineer')
      return (
        <Frame viewer={viewer} title={title}>
          {message}
        </Frame>
      )
    const theme = await wornTheme()
    return (
      <DeskShell
        labels={{ skip: t('common.skip'), nav: t(`${section}.navigation`), menu: t('common.menu') }}
        brand={{ href: paths.desk(), name: theme.name, logo: theme.logos.header }}
        nav={[]}
      >
        <title>{`${title} – ${t(`${section}.title`)}`}</title>
        {message}
      </DeskShell>
    )
  }
}
