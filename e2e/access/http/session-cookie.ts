// biome-ignore lint/plugin: the cookie is forged here on purpose, as the sign-in would make it, without a second's hashing
import { encode } from 'next-auth/jwt'

export const COOKIE = 'portico.session'

/** The cookie of a session id, as `lib/auth/next-auth.ts` sets it over plain http. */
export async function sessionCookie(sid: string, secret: string): Promise<string> {
  return `${COOKIE}=${await encode({ token: { sid }, secret, salt: COOKIE, maxAge: 3600 })}`
}
