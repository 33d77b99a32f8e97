import { Badge } from '#lib/ui/badge.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import type { IconName } from '#lib/ui/icon-shapes.ts'

export type NavItem = { href: string; label: string; icon?: IconName; current?: boolean; count?: string | undefined }
export type NavGroup = { title?: string; items: readonly NavItem[] }

/** Opens the navigation where it does not fit: a popover, so it needs no script and closes by Escape. */
export function NavToggle({ label }: { label: string }) {
  return (
    <button type="button" data-part="nav-toggle" popoverTarget="nav">
      <Icon name="menu" />
      <span>{label}</span>
    </button>
  )
}

export function Nav({ label, groups }: { label: string; groups: readonly NavGroup[] }) {
  return (
    <nav data-part="nav" id="nav" popover="auto" aria-label={label}>
      {groups.map(({ title, items }) => (
        <NavGroupList key={title ?? ''} title={title} items={items} />
      ))}
    </nav>
  )
}

function NavGroupList({ title, items }: { title: string | undefined; items: readonly NavItem[] }) {
  return (
    <>
      {title ? <h2>{title}</h2> : null}
      <ul>
        {items.map(({ href, label, icon, current, count }) => (
          <li key={href}>
            <a data-part="nav-item" href={href} aria-current={current ? 'page' : undefined}>
              {icon ? <Icon name={icon} /> : null}
              {label}
              {count ? <Badge>{count}</Badge> : null}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
