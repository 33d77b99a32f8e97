import 'server-only'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { seal, unseal } from '../seal.ts'

const PURPOSE = 'oidc ceremony'
/** How long one may take at the provider, in seconds. */
export const CEREMONY_SECONDS = 15 * 60

const shape = z.object({
  provider: z.string(),
  kind: z.enum(['contact', 'engineer']),
  /** Where to go in the end. */
  next: z.string(),
  /** Who is signed in and adds this way in; none: somebody signs in. */
  owner: z.number().optional(),
  until: z.number(),
})
/** What a browser set out for when it was sent to a provider. */
export type Ceremony = z.infer<typeof shape>

/** No name may begin with the session cookie's: next-auth would take it for a part of that. */
export function ceremonyCookie(part: string): { name: string; options: CookieOptions } {
  const secure = env.publicUrl.protocol === 'https:'
  return {
    name: `${secure ? '__Host-' : ''}portico-oidc.${part}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: CEREMONY_SECONDS },
  }
}
type CookieOptions = { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean; maxAge: number }

/** Keeps it in the browser, sealed. */
export function setOut(ceremony: Omit<Ceremony, 'until'>): string {
  const until = Date.now() + CEREMONY_SECONDS * 1000
  return cookieOf('ceremony', seal(PURPOSE, JSON.stringify({ ...ceremony, until })))
}

/** What this browser set out for, if it did and not too long ago. */
export function ceremonyIn(headers: Headers): Ceremony | null {
  const { name } = ceremonyCookie('ceremony')
  const held = headers
    .get('cookie')
    ?.split('; ')
    .find((one) => one.startsWith(`${name}=`))
  const text = held && unseal(PURPOSE, held.slice(name.length + 1))
  const ceremony = text ? shape.parse(JSON.parse(text)) : null
  return ceremony && ceremony.until > Date.now() ? ceremony : null
}

/** A `Set-Cookie` header; an empty value takes the cookie away. */
export function cookieOf(part: string, value: string): string {
  const { name, options } = ceremonyCookie(part)
  const { maxAge, secure } = options
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${value ? maxAge : 0}${secure ? '; Secure' : ''}`
}
