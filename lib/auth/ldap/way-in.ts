import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { engineerRoles, engineers, ldapServers, roles, settings } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { valueInForce } from '#lib/settings/settings.ts'

const METHOD = 'engineer.authentication.method'

/**
 * Called after any write that may leave engineers without a way in: under `LDAP` alone there has to be a server for them, and
 * an administrator whom a directory knows. Two that take one each of the last two wait for one another here.
 * @throws AppError `conflict` with reason `noWayIn`
 */
export async function keepAWayIn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('portico.administrators'))`)
  const [stored] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, METHOD))
  if (valueInForce(METHOD, stored?.value) !== 'LDAP') return
  const [left] = await tx.execute(sql`select from ${engineers} e
    join ${engineerRoles} er on er.engineer_id = e.id join ${roles} r on r.id = er.role_id
    where e.active and not e.is_track and r.administer and e.ldap_id is not null
      and exists (select from ${ldapServers} s where s.active and s.for_engineers) limit 1`)
  if (!left) throw new AppError('conflict', { detail: { reason: 'noWayIn' } })
}
