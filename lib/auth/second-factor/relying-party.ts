import 'server-only'
import { env } from '#lib/env.ts'
import { hostNamed } from '../host.ts'

/** To whom a passkey belongs (WebAuthn): `id` is a host name, `origin` where the browser must be. */
export type RelyingParty = { id: string; origin: string }

/**
 * The site at which a request came in, if that is the configured one or a host of the table of hosts; null for any other, so
 * that a made-up `Host` gets no passkey made or accepted.
 */
export async function relyingParty(headers: Headers): Promise<RelyingParty | null> {
  const host = (headers.get('host') ?? '').toLowerCase()
  const { host: own, hostname, protocol, origin } = env.publicUrl
  if (host === own) return { id: hostname, origin }
  const url = `${protocol}//${host}`
  if (!URL.canParse(url) || !(await hostNamed(host))) return null
  const known = new URL(url)
  return { id: known.hostname, origin: known.origin }
}
