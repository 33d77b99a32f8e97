import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { seal, unseal } from '#lib/auth/seal.ts'
import { asNobody, type Transaction } from '#lib/db/transaction.ts'
import type { LdapServer } from './server.ts'

const PURPOSE = 'ldap bind password'

const rowShape = z
  .object({
    id: z.coerce.number(),
    name: z.string(),
    url: z.string(),
    start_tls: z.boolean(),
    ca: z.string().nullable(),
    base_dn: z.string(),
    bind_dn: z.string().nullable(),
    bind_password: z.string().nullable(),
    name_attribute: z.string(),
    filter: z.string().nullable(),
    identity_attribute: z.enum(['entryUUID', 'objectGUID']),
    connect_ms: z.number(),
    answer_ms: z.number(),
  })
  .transform(
    (row): LdapServer => ({
      id: row.id,
      name: row.name,
      url: row.url,
      startTls: row.start_tls,
      ca: row.ca,
      baseDn: row.base_dn,
      bindDn: row.bind_dn,
      bindPassword: opened(row.bind_password),
      nameAttribute: row.name_attribute,
      filter: row.filter,
      identityAttribute: row.identity_attribute,
      connectMs: row.connect_ms,
      answerMs: row.answer_ms,
    }),
  )

/** The servers by which these people sign in, in the order in which they are asked; read anew each time. */
export async function serversFor(kind: 'contact' | 'engineer'): Promise<LdapServer[]> {
  const rows = await asNobody((db) => db.execute(sql`select * from ldap_servers_for(${kind})`))
  return z.array(rowShape).parse([...rows])
}

/** A server by its number, active or not; for administrators, and for jobs of the application itself. */
export async function serverNumbered(tx: Transaction, id: number): Promise<LdapServer | undefined> {
  const [row] = await tx.execute(sql`
    select id, name, url, start_tls, ca, base_dn, bind_dn, ldap_bind_password(id) as bind_password, name_attribute, filter,
      identity_attribute, connect_ms, answer_ms
    from ldap_servers where id = ${id}`)
  return row && rowShape.parse(row)
}

export const sealBindPassword = (password: string): string => seal(PURPOSE, password)

/** Null also where the key of the environment is another one now: then the server says `secret`. */
function opened(sealed: string | null): string | null {
  return sealed === null ? null : unseal(PURPOSE, sealed)
}
