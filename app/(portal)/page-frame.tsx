import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { PreviewBanner } from '#app/parts/preview-banner.tsx'
import { LanguageSwitch, SchemeSwitch } from '#app/preferences/switches.tsx'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { footerOf } from '#lib/themes/footer.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { PortalShell } from '#lib/ui/shell/portal-shell.tsx'
import { MenuButton } from '#lib/ui/shell/switch-form.tsx'
import { Viewing } from './viewing.tsx'

export type Place = 'home' | 'tickets' | 'create' | 'account'

/** Header, navigation and footer around a page's content, in the theme; `title` names the browser's tab. */
export async function PortalFrame({
  viewer,
  place,
  title,
  children,
}: {
  viewer: PortalViewer
  place?: Place
  title: string
  children: ReactNode
}) {
  const [theme, locale, t] = await Promise.all([wornTheme(), getLocale(), getTranslations()])
  const item = (key: Place, href: string, label: string) => ({ href, label, current: place === key })
  return (
    <PortalShell
      labels={{ skip: t('common.skip'), nav: t('common.navigation'), menu: t('common.menu') }}
      brand={{
        href: paths.welcome(),
        name: theme.name,
        logo: theme.logos[theme.layout.nav === 'side' ? 'sidebar' : 'header'],
      }}
      nav={[
        item('home', paths.welcome(), t('nav.home')),
        item('tickets', paths.tickets(), t('nav.tickets')),
        ...(viewer.create_queues.length ? [item('create', paths.newTicket(), t('nav.create'))] : []),
      ]}
      account={{
        label: t('nav.accountMenu'),
        name: viewer.name,
        detail: viewer.company_name ?? undefined,
        items: [item('account', paths.account(), t('nav.account'))],
        children: (
          <>
            <LanguageSwitch />
            {theme.schemes === 'both' && theme.allowToggle ? <SchemeSwitch /> : null}
            <form action={paths.signOut()} method="post">
              <MenuButton>{t('nav.signOut')}</MenuButton>
            </form>
          </>
        ),
      }}
      banner={
        <>
          <Viewing viewer={viewer} />
          <PreviewBanner />
        </>
      }
      footer={footerOf(theme, locale, t)}
    >
      <title>{`${title} – ${theme.name}`}</title>
      {children}
    </PortalShell>
  )
}
