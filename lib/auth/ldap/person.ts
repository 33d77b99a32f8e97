import 'server-only'
import { randomUUID } from 'node:crypto'
import { unlessResting } from './breaker.ts'
import { type Connection, converse, type Found } from './connection.ts'
import { DirectoryFault } from './fault.ts'
import { type Person, personFilter } from './filter.ts'
import { identityOf } from './identity.ts'
import type { LdapServer } from './server.ts'

/** Binds as the server's record says; without a bind DN the search is anonymous. @throws DirectoryFault `service`, `secret` */
export async function signOn({ bind }: Connection, { bindDn, bindPassword }: LdapServer): Promise<void> {
  if (bindDn === null) return
  if (bindPassword === null) throw new DirectoryFault('secret')
  if (!(await bind(bindDn, bindPassword))) throw new DirectoryFault('service')
}

/** The people of this name or identity: none, one, or two where there are more. @throws DirectoryFault */
export function locate(server: LdapServer, until: number, person: Person): Promise<{ identity: string }[]> {
  return unlessResting(server, () =>
    converse(server, until, async (connection) => {
      await signOn(connection, server)
      const found = await lookFor(connection, server, person)
      return found.map((entry) => ({ identity: requireIdentity(entry, server) }))
    }),
  )
}

/**
 * Whether the password is that of the person with this identity. The entry found must be of that very identity, whatever the
 * server makes of the filter.
 * @throws DirectoryFault
 */
export function tryPassword(
  server: LdapServer,
  until: number,
  identity: string,
  password: string,
): Promise<'right' | 'wrong' | 'unknown'> {
  return unlessResting(server, () =>
    converse(server, until, async (connection) => {
      await signOn(connection, server)
      const [entry, another] = await lookFor(connection, server, { identity })
      if (!entry || another || requireIdentity(entry, server) !== identity.toLowerCase()) return 'unknown'
      return (await connection.bind(entry.dn, password)) ? 'right' : 'wrong'
    }),
  )
}

/** Asks for somebody who is not there, in as many words as for somebody who is. */
export function askInVain(server: LdapServer, until: number): Promise<void> {
  return unlessResting(server, () =>
    converse(server, until, async (connection) => {
      await signOn(connection, server)
      await lookFor(connection, server, { identity: randomUUID() })
      await connection.bind(`cn=${randomUUID()},${server.baseDn}`, randomUUID())
    }),
  )
}

function lookFor({ search }: Connection, server: LdapServer, person: Person): Promise<Found[]> {
  const { identityAttribute } = server
  return search({
    filter: personFilter(server, person),
    attributes: [identityAttribute],
    buffers: identityAttribute === 'objectGUID' ? [identityAttribute] : [],
    most: 2,
  })
}

function requireIdentity(entry: Found, { identityAttribute }: LdapServer): string {
  const identity = identityOf(entry, identityAttribute)
  if (!identity) throw new DirectoryFault('identity')
  return identity
}
