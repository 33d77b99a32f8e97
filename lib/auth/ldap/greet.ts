import 'server-only'
import { PresenceFilter } from 'ldapts'
import { converse } from './connection.ts'
import { asFault, type FaultKind } from './fault.ts'
import { signOn } from './person.ts'
import type { LdapServer } from './server.ts'

/** Whether a directory answers, lets its bind user in and has its base DN: the fault where not. Asks nobody's password. */
export async function greet(server: LdapServer, patience: number): Promise<FaultKind | undefined> {
  try {
    await converse(server, performance.now() + patience, async (connection) => {
      await signOn(connection, server)
      const filter = new PresenceFilter({ attribute: 'objectClass' })
      await connection.search({ filter, scope: 'base', attributes: ['1.1'], most: 1 })
    })
    return undefined
  } catch (error) {
    return asFault(error, 'search').kind
  }
}
