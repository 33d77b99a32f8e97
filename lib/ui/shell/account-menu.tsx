import type { ReactNode } from 'react'
import { Icon } from '#lib/ui/icon.tsx'
import type { NavItem } from '#lib/ui/shell/nav.tsx'

export type AccountMenuProps = {
  /** Read out where the name is not shown. */
  label: string
  name: string
  /** Company or login, shown inside the menu. */
  detail?: string | undefined
  items: readonly NavItem[]
  /** `SwitchForm`s and the form that signs out. */
  children?: ReactNode
}

export function AccountMenu({ label, name, detail, items, children }: AccountMenuProps) {
  return (
    <details data-part="menu" name="menu">
      <summary aria-label={`${label}: ${name}`}>
        <Icon name="user" />
        <span>{name}</span>
      </summary>
      <div>
        {detail ? <p>{detail}</p> : null}
        {items.map((item) => (
          <a key={item.href} data-part="menu-item" href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.icon ? <Icon name={item.icon} /> : null}
            {item.label}
          </a>
        ))}
        {children}
      </div>
    </details>
  )
}
