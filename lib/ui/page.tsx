import type { ReactNode } from 'react'

/** The vertical rhythm of a page's blocks. */
export function Page({ children }: { children: ReactNode }) {
  return <div data-part="page">{children}</div>
}

/** The one `h1`, what stands under it, and the page's action beside it. */
export function PageHeader({
  title,
  lead,
  meta,
  actions,
}: {
  title: ReactNode
  lead?: ReactNode
  /** Small facts in a line: status, number, time. */
  meta?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div data-part="page-header">
      <div>
        <h1 dir="auto">{title}</h1>
        {meta ? <div data-part="meta">{meta}</div> : null}
        {lead ? <p>{lead}</p> : null}
      </div>
      {actions ? <div data-part="actions">{actions}</div> : null}
    </div>
  )
}

/** A reading column with a narrow one beside it; on a phone `aside` comes first, or last where it is `secondary`. */
export function Columns({
  aside,
  asideLabel,
  secondary,
  children,
}: {
  aside: ReactNode
  asideLabel: string
  secondary?: boolean
  children: ReactNode
}) {
  return (
    <div data-part="columns">
      {secondary ? null : <aside aria-label={asideLabel}>{aside}</aside>}
      <div>{children}</div>
      {secondary ? <aside aria-label={asideLabel}>{aside}</aside> : null}
    </div>
  )
}

export function Section({
  id,
  title,
  more,
  children,
}: {
  id?: string
  title: ReactNode
  more?: ReactNode
  children: ReactNode
}) {
  return (
    <section data-part="section" id={id}>
      <div data-part="section-head">
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  )
}
