import type { Ceremony } from '#lib/auth/oidc/ceremony.ts'
import type { Problem } from '#lib/auth/oidc/problem.ts'
import { paths } from '#lib/paths.ts'

/** The page on which the ceremony began, which says why it came to nothing. */
export function backFrom({ kind, next, provider, owner }: Omit<Ceremony, 'until'>, problem: Problem): string {
  if (owner === undefined) return paths.notSignedInWith(kind, { next, provider, problem })
  return `${paths.account(kind)}?problem=${problem}`
}
