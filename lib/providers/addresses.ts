import { redirectUri } from '../auth/oidc/relying-party.ts'
import { absolute } from '../mail/addresses.ts'

/** To where the provider sends people back, at this host or at the one of `PUBLIC_URL`. */
export const redirectAddress = (key: string, host: string | null = null) => absolute(redirectUri('', key), host)

/** All such addresses: of the hosts that offer it, or of every host where none is named. */
export function redirectAddresses(key: string, offered: readonly string[], known: readonly string[]): string[] {
  const hosts = offered.length > 0 ? offered : [null, ...known]
  return [...new Set(hosts.map((host) => redirectAddress(key, host)))]
}
