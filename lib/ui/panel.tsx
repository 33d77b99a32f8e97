import type { ReactNode } from 'react'

/** A bordered surface for a table or a form. Never inside another one. */
export function Panel({ children }: { children: ReactNode }) {
  return <div data-part="panel">{children}</div>
}
