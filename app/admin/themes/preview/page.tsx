import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { PreviewBanner } from '#app/parts/preview-banner.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { previewedTheme, wornTheme } from '#lib/themes/worn.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { MessagePage } from '#lib/ui/message-page.tsx'
import { PortalShell } from '#lib/ui/shell/portal-shell.tsx'
import { Sample } from './sample.tsx'

/** The one page of the Admin Tool that wears another theme than its own: the portal's parts with sample texts. */
export default adminPage(async () => {
  const [theme, locale, t, open] = await Promise.all([wornTheme(), getLocale(), getTranslations(), previewedTheme()])
  const here = paths.admin('themes', 'preview')
  return (
    <PortalShell
      labels={{ skip: t('common.skip'), nav: t('common.navigation'), menu: t('common.menu') }}
      brand={{
        href: here,
        name: theme.name,
        logo: theme.logos[theme.layout.nav === 'side' ? 'sidebar' : 'header'],
      }}
      nav={[
        { href: here, label: t('nav.home'), current: true },
        { href: here, label: t('nav.tickets') },
        { href: here, label: t('nav.create') },
      ]}
      banner={<PreviewBanner />}
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${t('themesAdmin.preview')} – ${theme.name}`}</title>
      {open ? (
        <Sample />
      ) : (
        <MessagePage title={t('themesAdmin.noPreview')} text={t('themesAdmin.noPreviewText')}>
          <ButtonLink href={paths.admin('themes')}>{t('themesAdmin.title')}</ButtonLink>
        </MessagePage>
      )}
    </PortalShell>
  )
})
