import type { ReactNode } from 'react'

/** More on demand, in the flow of the page. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details data-part="disclosure" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
