import type { ReactNode } from 'react'
import { Icon } from '#lib/ui/icon.tsx'
import type { IconName } from '#lib/ui/icon-shapes.ts'

/** A history, oldest first: `Day`, `Bubble` and `Event` in their order. */
export function Timeline({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section data-part="timeline">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Day({ children }: { children: ReactNode }) {
  return <h3 data-part="day">{children}</h3>
}

const icons: Record<'customer' | 'agent' | 'internal', IconName> = {
  customer: 'user',
  agent: 'message',
  internal: 'lock',
}

/** One entry. Side and tone tell customer from company; `label` says it in words. */
export function Bubble({
  id,
  tone,
  author,
  label,
  time,
  children,
}: {
  id?: string
  tone: 'customer' | 'agent' | 'internal'
  author: string
  label?: string
  time: ReactNode
  children: ReactNode
}) {
  return (
    <article data-part="bubble" data-state={tone} id={id}>
      <header>
        <Icon name={icons[tone]} />
        <strong dir="auto">{author}</strong>
        {label ? <span>{label}</span> : null}
        {time}
      </header>
      {children}
    </article>
  )
}

/** A change in one line: status, owner, field. */
export function Event({ children, time }: { children: ReactNode; time: ReactNode }) {
  return (
    <p data-part="event">
      <span>{children}</span>
      {time}
    </p>
  )
}
