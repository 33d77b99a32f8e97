import { z } from 'zod'

export const METHODS = ['DATABASE', 'LDAP', 'LDAP,DATABASE', 'DATABASE,LDAP'] as const
export type Method = (typeof METHODS)[number]
export type WayIn = 'DATABASE' | 'LDAP'

/** `ldap , Database` is `LDAP,DATABASE`: case and blanks do not count. */
export const methodShape = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.enum(METHODS, 'method'))

/** The ways in, in the order in which they are tried. */
export function waysOf(method: Method): WayIn[] {
  return method === 'DATABASE' || method === 'LDAP' ? [method] : (method.split(',') as WayIn[])
}
