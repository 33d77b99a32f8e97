/** A directory as sign-in and search need it. `bindPassword` is open here: such a record is never logged and never leaves. */
export type LdapServer = {
  id: number
  name: string
  url: string
  startTls: boolean
  /** PEM; trusted in place of the system's certificates. */
  ca: string | null
  baseDn: string
  /** Null for an anonymous search. */
  bindDn: string | null
  bindPassword: string | null
  nameAttribute: string
  /** RFC 4515; with `{login}` it says by itself where the name is looked for, without it narrows the search down. */
  filter: string | null
  identityAttribute: 'entryUUID' | 'objectGUID'
  connectMs: number
  answerMs: number
}

/** Whether what is said to the server is hidden from the network; only on this machine it need not be. */
export function isPrivate({ url, startTls }: Pick<LdapServer, 'url' | 'startTls'>): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'ldaps:' || startTls || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
