import type { ReactNode } from 'react'

type Tone = 'success' | 'warning' | 'danger' | 'info' | 'low' | 'normal' | 'high' | 'urgent'

export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span data-part="badge" data-state={tone}>
      {children}
    </span>
  )
}

export type StatusTone = 'open' | 'waiting' | 'closed'

/** Word, shape and colour of a ticket's status. */
export function StatusBadge({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return (
    <span data-part="status" data-state={tone}>
      {children}
    </span>
  )
}
