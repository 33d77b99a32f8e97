import type { ReactNode } from 'react'
import type { Part } from '#lib/health/part.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Icon } from '#lib/ui/icon.tsx'

const looks = {
  good: { tone: 'success', icon: 'circleCheck' },
  attention: { tone: 'warning', icon: 'warning' },
  broken: { tone: 'danger', icon: 'close' },
  off: { tone: 'low', icon: 'info' },
} as const

/** Word, shape and colour. */
export function HealthState({ state, children }: { state: Part['state']; children: ReactNode }) {
  const { tone, icon } = looks[state]
  return (
    <Badge tone={tone}>
      <Icon name={icon} />
      {children}
    </Badge>
  )
}
