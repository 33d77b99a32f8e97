import type { ReactNode } from 'react'
import { Icon } from '#lib/ui/icon.tsx'
import type { IconName } from '#lib/ui/icon-shapes.ts'

/** Not found, refused, failed, offline: what happened, what was kept, what to do next. Stands inside a shell. */
export function MessagePage({
  icon = 'question',
  title,
  text,
  children,
  reference,
}: {
  icon?: IconName
  title: string
  text: ReactNode
  /** Buttons: the way on. */
  children?: ReactNode
  /** The request id, in words, for the helpdesk. */
  reference?: string | undefined
}) {
  return (
    <div data-part="message">
      <Icon name={icon} />
      <h1>{title}</h1>
      <div>{text}</div>
      {children ? <div data-part="actions">{children}</div> : null}
      {reference ? <small>{reference}</small> : null}
    </div>
  )
}
