import type { ReactNode } from 'react'
import { LanguageSwitch, SchemeSwitch } from '#app/preferences/switches.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { DeskShell } from '#lib/ui/shell/desk-shell.tsx'
import { MenuButton } from '#lib/ui/shell/switch-form.tsx'
import { type AreaKey, areasFor } from './areas.ts'

/** The Admin Tool around a page's content. */
export async function AdminFrame({
  viewer,
  area,
  title,
  children,
}: {
  viewer: EngineerViewer
  area?: AreaKey
  title: string
  children: ReactNode
}) {
  const [theme, t] = await Promise.all([wornTheme(), getTranslations()])
  return (
    <DeskShell
      labels={{ skip: t('common.skip'), nav: t('admin.navigation'), menu: t('common.menu') }}
      brand={{ href: paths.admin(), name: theme.name, logo: theme.logos.header }}
      nav={[
        { items: [{ href: paths.desk(), label: t('admin.toDesk'), icon: 'arrowLeft' }] },
        ...areasFor(viewer).map(({ group, areas }) => ({
          title: t(`admin.groups.${group}`),
          items: areas.map(({ key, icon }) => ({
            href: paths.admin(key),
            label: t(`admin.areas.${key}.title`),
            icon,
            current: key === area,
          })),
        })),
      ]}
      account={{
        label: t('nav.accountMenu'),
        name: viewer.name,
        items: [{ href: paths.account('engineer'), label: t('account.title') }],
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
      <title>{`${title} – ${t('admin.title')}`}</title>
      {children}
    </DeskShell>
  )
}
