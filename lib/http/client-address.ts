import { isIP } from 'node:net'
import { env } from '../env.ts'
import { peerAddress } from './exchange.ts'

/**
 * The address a request came from, for back-off and audit. `X-Forwarded-For` counts only behind a proxy of one's own
 * (`TRUST_PROXY=1`), and of it the last entry, which that proxy wrote; anything before it the client may have made up.
 */
export function clientAddress(headers: Headers): string {
  if (!env.trustProxy) return peerAddress()
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return isIP(last) ? last : peerAddress()
}
