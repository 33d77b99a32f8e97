import { env } from '../env.ts'
import { paths } from '../paths.ts'

/** An address for a mail: its host comes from `PUBLIC_URL` or the table of hosts, never from a request. */
export function absolute(path: string, host: string | null = null): string {
  const url = new URL(path, env.publicUrl)
  if (host) url.hostname = host
  return url.href
}

/** Where the link in a mail about the account leads; `token` only for those who set a password. */
export const accountLinks = {
  'track-password-reset-template': (token: string, host: string | null) => absolute(paths.resetPassword(token), host),
  'portal-invitation': (token: string, host: string | null) => absolute(paths.invitation(token), host),
}

export const senderAddress = (configured: string) => configured || `portico@${env.publicUrl.hostname}`
