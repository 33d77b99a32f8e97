import type { ReactNode } from 'react'
import { AccountMenu, type AccountMenuProps } from '#lib/ui/shell/account-menu.tsx'
import { Brand, type BrandProps } from '#lib/ui/shell/brand.tsx'
import { Nav, type NavGroup, NavToggle } from '#lib/ui/shell/nav.tsx'
import type { ShellLabels } from '#lib/ui/shell/portal-shell.tsx'
import { SkipLink } from '#lib/ui/skip-link.tsx'

/** The denser frame of desk and admin: navigation always at the left, a sheet on a phone. */
export function DeskShell({
  labels,
  brand,
  nav,
  account,
  banner,
  children,
}: {
  labels: ShellLabels
  brand: BrandProps
  nav: readonly NavGroup[]
  account?: AccountMenuProps | undefined
  banner?: ReactNode
  children: ReactNode
}) {
  return (
    <div data-part="shell" data-shell="desk">
      <header data-part="header">
        <SkipLink label={labels.skip} />
        <div>
          <NavToggle label={labels.menu} />
          <Brand {...brand} />
          <Nav label={labels.nav} groups={nav} />
          {account ? <AccountMenu {...account} /> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {banner}
        {children}
      </main>
    </div>
  )
}
