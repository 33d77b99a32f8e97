import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { asNobody } from '#lib/db/transaction.ts'
import { isIdentity } from './identity.ts'

/**
 * At the first sign-in the directory's own identity takes the place of the name that an engineer had given: whoever bears the
 * name later is somebody else.
 */
export async function pinIdentity(
  { kind, owner, ldapId }: { kind: 'contact' | 'engineer'; owner: number; ldapId: string },
  { server, identity }: { server: string; identity: string },
): Promise<void> {
  if (isIdentity(ldapId)) return
  const [row] = await asNobody((db) =>
    db.execute<{ pinned: boolean }>(sql`select pin_ldap_identity(${kind}, ${owner}, ${ldapId}, ${identity}) as pinned`),
  )
  if (!row?.pinned) return
  await record({
    ...{ actorKind: kind, actorId: owner, action: 'directory.linked', subjectKind: kind, subjectId: String(owner) },
    before: { ldapId },
    after: { ldapId: identity, server },
  })
}
