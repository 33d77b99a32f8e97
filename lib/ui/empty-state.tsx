import type { ReactNode } from 'react'
import { Icon } from '#lib/ui/icon.tsx'
import type { IconName } from '#lib/ui/icon-shapes.ts'

/** Says that there is nothing and what to do next. */
export function EmptyState({
  icon = 'inbox',
  title,
  text,
  children,
}: {
  icon?: IconName
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  return (
    <div data-part="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {children ? <div data-part="actions">{children}</div> : null}
    </div>
  )
}
