import { getLocale } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { PortalShell } from '#lib/ui/shell/portal-shell.tsx'

export default async function OfflinePage() {
  const [theme, locale, t] = await Promise.all([wornTheme(), getLocale(), getTranslations()])
  return (
    <PortalShell
      labels={{ skip: t('common.skip'), nav: t('common.navigation'), menu: t('common.menu') }}
      brand={{ href: paths.welcome(), name: theme.name, logo: theme.logos.header }}
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${t('pages.offlineTitle')} – ${theme.name}`}</title>
      <MessagePage icon="offline" title={t('pages.offlineTitle')} text={t('pages.offline')}>
        <ButtonLink href={paths.welcome()}>{t('pages.retry')}</ButtonLink>
      </MessagePage>
    </PortalShell>
  )
}
