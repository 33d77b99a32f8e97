import type { ReactNode } from 'react'

/** A switch between views that each have an address, such as my tickets and my company's. */
export function Tabs({
  label,
  tabs,
}: {
  label: string
  tabs: readonly { href: string; label: ReactNode; current?: boolean }[]
}) {
  return (
    <nav data-part="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  )
}
