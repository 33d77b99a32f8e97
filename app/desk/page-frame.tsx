import type { ReactNode } from 'react'
import { LanguageSwitch, SchemeSwitch } from '#app/preferences/switches.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import type { DeskNav } from '#lib/tickets/queries/desk-nav.ts'
import { DeskShell } from '#lib/ui/shell/desk-shell.tsx'
import { MenuButton } from '#lib/ui/shell/switch-form.tsx'
import { type DeskPlace, deskNavGroups } from './nav-groups.ts'

/** The desk around a page's content; without `nav` only the views, as where the database could not be asked. */
export async function DeskFrame({
  viewer,
  nav,
  place,
  title,
  children,
}: {
  viewer: EngineerViewer
  nav?: DeskNav
  place?: DeskPlace
  title: string
  children: ReactNode
}) {
  const [theme, t] = await Promise.all([wornTheme(), getTranslations()])
  return (
    <DeskShell
      labels={{ skip: t('common.skip'), nav: t('desk.navigation'), menu: t('common.menu') }}
      brand={{ href: paths.desk(), name: theme.name, logo: theme.logos.header }}
      nav={await deskNavGroups(nav, place)}
      account={{
        label: t('nav.accountMenu'),
        name: viewer.name,
        items: [
          ...(viewer.administer || viewer.manage_news ? [{ href: paths.admin(), label: t('admin.title') }] : []),
          { href: paths.account('engineer'), label: t('account.title') },
          { href: paths.mailWishes('engineer'), label: t('notifications.title') },
        ],
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
    >
      <title>{`${title} – ${t('desk.title')}`}</title>
      {children}
    </DeskShell>
  )
}
