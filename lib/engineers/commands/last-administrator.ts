import 'server-only'
import { sql } from 'drizzle-orm'
import { keepAWayIn } from '#lib/auth/ldap/way-in.ts'
import { engineerRoles, engineers, roles } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Called after any write that may take *administer* from somebody. Two that each take one of the last two wait for one
 * another here, and the second sees what the first did.
 * @throws AppError `conflict` with reason `lastAdministrator`, or `noWayIn` where none that is left could sign in
 */
export async function keepAnAdministrator(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portico.administrators'))`)
  const [left] = await tx.execute(sql`select from ${engineers} e
    join ${engineerRoles} er on er.engineer_id = e.id join ${roles} r on r.id = er.role_id
    where e.active and not e.is_track and r.administer limit 1`)
  if (!left) throw new AppError('conflict', { detail: { reason: 'lastAdministrator' } })
  await keepAWayIn(tx)
}
