import type { Standing } from './facts.ts'

export type Cause =
  | 'inactive'
  | 'noAccount'
  | 'noProfile'
  | 'profileInactive'
  | 'disabled'
  | 'locked'
  | 'portalOff'
  | 'engineerInactive'

/** Why somebody is refused everything, each with a remedy of the same key. Empty exactly where it is let in. */
export function causesOf(standing: Standing): Cause[] {
  if (standing.kind === 'engineer') return standing.active ? [] : ['engineerInactive']
  const causes: [Cause, boolean][] = [
    ['inactive', !standing.active],
    ['noAccount', !standing.account],
    ['noProfile', standing.account && standing.principal === null],
    ['profileInactive', standing.principal !== null && !standing.principalActive],
    ['disabled', standing.disabled],
    ['locked', standing.lockedUntil !== null],
    ['portalOff', !standing.portal],
  ]
  return causes.filter(([, holds]) => holds).map(([cause]) => cause)
}
