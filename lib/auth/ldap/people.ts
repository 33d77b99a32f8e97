import 'server-only'
import { AndFilter, FilterParser } from 'ldapts'
import { converse, type Found } from './connection.ts'
import { identityFilter, identityOf } from './identity.ts'
import { signOn } from './person.ts'
import type { LdapServer } from './server.ts'

/** Somebody in a directory: every attribute that was asked for by its name as it was asked, with all its values as text. */
export type DirectoryPerson = { dn: string; identity: string; attributes: Record<string, string[]> }

export type PeopleSearch = {
  /** RFC 4515, as an administrator typed it; `lib/auth/ldap/filter.ts` says what is wrong with it. */
  filter: string
  /** Only the one who bears it. */
  identity?: string
  attributes: readonly string[]
  /** How many people at most. */
  most: number
  /** Milliseconds for all of them. */
  patience: number
}

/**
 * The people below the server's base DN whom the filter finds, page by page, in the order of the directory. `more` where
 * there are more than `most`; `nameless` counts entries without the identity attribute, which cannot be told apart later.
 * @throws DirectoryFault
 */
export async function searchPeople(
  server: LdapServer,
  { filter, identity, attributes, most, patience }: PeopleSearch,
): Promise<{ people: DirectoryPerson[]; more: boolean; nameless: number }> {
  const { identityAttribute } = server
  const wanted = FilterParser.parseString(filter)
  return converse(server, performance.now() + patience, async (connection) => {
    await signOn(connection, server)
    const { found, complete } = await connection.searchAll({
      filter: identity ? new AndFilter({ filters: [wanted, identityFilter(identity, identityAttribute)] }) : wanted,
      attributes: [...new Set([...attributes, identityAttribute])],
      buffers: identityAttribute === 'objectGUID' ? [identityAttribute] : [],
      most,
    })
    const people = found.flatMap((entry) => {
      const identity = identityOf(entry, identityAttribute)
      return identity ? [{ dn: entry.dn, identity, attributes: textsOf(entry, attributes) }] : []
    })
    return { people, more: !complete, nameless: found.length - people.length }
  })
}

/** Servers write attributes in their own case. */
function textsOf(entry: Found, attributes: readonly string[]): Record<string, string[]> {
  const held = new Map(Object.entries(entry).map(([name, values]) => [name.toLowerCase(), values]))
  return Object.fromEntries(
    attributes.map((name) => [name, [held.get(name.toLowerCase()) ?? []].flat().map((value) => value.toString())]),
  )
}
