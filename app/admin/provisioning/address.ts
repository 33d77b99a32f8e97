import { paths } from '#lib/paths.ts'
import type { Source } from '#lib/provisioning/rule-set.ts'

export const AREA = { ldap: 'directories', oidc: 'providers' } as const

/** A page about the people of a source, below the source's own. */
export function peoplePath(
  { kind, id }: Source,
  ...rest: (string | number | Record<string, string | undefined>)[]
): string {
  return paths.admin(AREA[kind], id, 'people', ...rest)
}
