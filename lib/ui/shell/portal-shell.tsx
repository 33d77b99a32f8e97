import type { ReactNode } from 'react'
import { AccountMenu, type AccountMenuProps } from '#lib/ui/shell/account-menu.tsx'
import { Brand, type BrandProps } from '#lib/ui/shell/brand.tsx'
import { Footer, type FooterProps } from '#lib/ui/shell/footer.tsx'
import { Nav, type NavItem, NavToggle } from '#lib/ui/shell/nav.tsx'
import { SkipLink } from '#lib/ui/skip-link.tsx'

export type ShellLabels = { skip: string; nav: string; menu: string }

/**
 * Header, navigation, page and footer of the portal. `data-header` and `data-nav` on <html> arrange them.
 * Without `nav` and `account` it is the frame of a page for somebody who is not signed in.
 */
export function PortalShell({
  labels,
  brand,
  nav = [],
  account,
  footer,
  banner,
  children,
}: {
  labels: ShellLabels
  brand: BrandProps
  nav?: readonly NavItem[]
  account?: AccountMenuProps | undefined
  footer: FooterProps
  /** Above the page: "view as", maintenance. */
  banner?: ReactNode
  children: ReactNode
}) {
  return (
    <div data-part="shell" data-shell="portal">
      <header data-part="header">
        <SkipLink label={labels.skip} />
        <div>
          {nav.length > 0 ? <NavToggle label={labels.menu} /> : null}
          <Brand {...brand} />
          {nav.length > 0 ? <Nav label={labels.nav} groups={[{ items: nav }]} /> : null}
          {account ? <AccountMenu {...account} /> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1} data-bare={nav.length > 0 ? undefined : ''}>
        {banner}
        {children}
      </main>
      <Footer {...footer} />
    </div>
  )
}
