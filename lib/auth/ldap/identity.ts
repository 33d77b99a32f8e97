import { EqualityFilter, type Filter } from 'ldapts'
import type { Found } from './connection.ts'
import type { LdapServer } from './server.ts'

type IdentityAttribute = LdapServer['identityAttribute']

/** Whether an LDAP id is a directory's own identity, and not the name by which an engineer knows somebody there. */
export function isIdentity(ldapId: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(ldapId)
}

/** The identity as it is stored: a UUID in lower case; undefined where the entry has none. */
export function identityOf(entry: Found, attribute: IdentityAttribute): string | undefined {
  const held = Object.entries(entry).find(([name]) => name.toLowerCase() === attribute.toLowerCase())?.[1]
  const value = Array.isArray(held) ? held[0] : held
  if (value === undefined || value.length === 0) return undefined
  if (attribute === 'objectGUID') return Buffer.isBuffer(value) && value.length === 16 ? fromGuid(value) : undefined
  const text = value.toString().toLowerCase()
  return isIdentity(text) ? text : undefined
}

/** Finds the one entry of this identity. */
export function identityFilter(identity: string, attribute: IdentityAttribute): Filter {
  return new EqualityFilter({ attribute, value: attribute === 'objectGUID' ? toGuid(identity) : identity })
}

// Active Directory writes the first three groups with the lowest byte first (MS-DTYP 2.3.4.2).
const swapped = (bytes: Buffer) =>
  Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ])

function fromGuid(bytes: Buffer): string {
  const hex = swapped(Buffer.from(bytes)).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function toGuid(identity: string): Buffer {
  return swapped(Buffer.from(identity.replaceAll('-', ''), 'hex'))
}
