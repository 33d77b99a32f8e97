import type { ReactNode } from 'react'
import { Icon } from '#lib/ui/icon.tsx'
import type { IconName } from '#lib/ui/icon-shapes.ts'

export function Tiles({ children }: { children: ReactNode }) {
  return <div data-part="tiles">{children}</div>
}

/** "I need …": one way to start, with a line that says what it is for. */
export function Tile({ href, title, text, icon }: { href: string; title: string; text?: ReactNode; icon?: IconName }) {
  return (
    <a data-part="tile" href={href}>
      {icon ? <Icon name={icon} /> : null}
      <strong>{title}</strong>
      {text ? <span>{text}</span> : null}
    </a>
  )
}
