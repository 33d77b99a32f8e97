import type { Cause } from './cause.ts'

/** What somebody is told who was not brought in: a key of the messages `signIn.with` and `account.with`. The audit log knows more. */
export const PROBLEMS = ['refused', 'cancelled', 'unreachable', 'full', 'taken'] as const
export type Problem = (typeof PROBLEMS)[number]

export function problemOf({ cause, detail }: Cause): Problem {
  if (cause === 'provider_unreachable' || cause === 'provider_timeout') return 'unreachable'
  return cause === 'provider_error' && detail === 'access_denied' ? 'cancelled' : 'refused'
}
