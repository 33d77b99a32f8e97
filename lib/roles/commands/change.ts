import 'server-only'
import { sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { roles } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { keepAnAdministrator } from '#lib/engineers/commands/last-administrator.ts'
import { notFound } from '#lib/errors.ts'
import type { RoleChange } from '../input.ts'
import { storedRole, toldRole } from '../queries/stored.ts'
import { writeRole } from './write.ts'

/**
 * Makes a role what the change says; for all who have it, and for contacts through their profiles, at once.
 * @param shown the version that the form showed
 * @throws AppError `not_found`, `conflict` where it was changed meanwhile or would leave no administrator, `invalid` as `writeRole`
 */
export function changeRole(viewer: EngineerViewer, id: number, change: RoleChange, shown?: string): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await tx.execute(sql`select from ${roles} where id = ${id} for update`)
    const before = await storedRole(tx, id)
    if (!before) throw notFound()
    requireVersion(before, shown)
    await writeRole(tx, change, id)
    await keepAnAdministrator(tx)
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'role.changed',
        subjectKind: 'role',
        subjectId: String(id),
        before: await toldRole(tx, before),
        after: await toldRole(tx, change),
      },
      tx,
    )
  })
}
