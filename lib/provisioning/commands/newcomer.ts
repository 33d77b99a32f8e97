import 'server-only'
import { and, eq } from 'drizzle-orm'
import { DirectoryFault } from '#lib/auth/ldap/fault.ts'
import { searchPeople } from '#lib/auth/ldap/people.ts'
import { serverNumbered } from '#lib/auth/ldap/servers.ts'
import { ldapServers, provisionings } from '#lib/db/schema/index.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { faultOf, log } from '#lib/log.ts'
import { factsOf } from '../facts.ts'
import { ruleSetOf } from '../queries/frame.ts'
import { attributesOf } from '../rule-set.ts'
import { provisionAtSignIn } from './at-sign-in.ts'

/** For one person's attributes, after the password was taken. */
const PATIENCE = 2_000

/** Whether a directory makes customers' accounts at the first sign-in, so that an unknown login may be somebody's. */
export function makesNewcomers(): Promise<boolean> {
  return asSystem(async (tx) => {
    const [one] = await tx
      .select({ id: provisionings.id })
      .from(provisionings)
      .innerJoin(ldapServers, eq(ldapServers.id, provisionings.ldapServerId))
      .where(and(eq(provisionings.justInTime, true), eq(ldapServers.active, true), eq(ldapServers.forContacts, true)))
      .limit(1)
    return one !== undefined
  })
}

/**
 * The contact of somebody whom a directory has just let in, made where that directory's filter and rules take the person.
 * @returns null where they do not, or the directory does not say
 */
export async function welcomeNewcomer({
  server: name,
  identity,
}: {
  server: string
  identity: string
}): Promise<number | null> {
  const found = await asSystem(async (tx) => {
    const [row] = await tx
      .select({ provisioning: provisionings })
      .from(provisionings)
      .innerJoin(ldapServers, eq(ldapServers.id, provisionings.ldapServerId))
      .where(and(eq(ldapServers.name, name), eq(provisionings.justInTime, true)))
    const server = row?.provisioning.ldapServerId ? await serverNumbered(tx, row.provisioning.ldapServerId) : undefined
    return row && server
      ? { server, filter: row.provisioning.filter, attributes: attributesOf(await ruleSetOf(tx, row.provisioning)) }
      : undefined
  })
  if (!found) return null
  const { server, filter, attributes } = found
  try {
    const { people } = await searchPeople(server, { filter, identity, attributes, most: 2, patience: PATIENCE })
    const [person] = people
    if (!person || people.length > 1 || person.identity !== identity) return null
    return provisionAtSignIn({ kind: 'ldap', id: server.id }, identity, factsOf(person.attributes))
  } catch (error) {
    if (!(error instanceof DirectoryFault)) throw error
    log().warn({ fault: faultOf(error), server: name }, 'directory without answer')
    return null
  }
}
