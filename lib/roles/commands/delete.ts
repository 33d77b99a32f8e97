import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { engineerRoles, roles } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { storedRole, toldRole } from '../queries/stored.ts'

/** Deletes a role that nobody has. @throws AppError `not_found`, `conflict` with reason `held` where somebody has it */
export function deleteRole(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    // Whoever gives the role to somebody at this moment waits for this lock, and then finds no role.
    await tx.execute(sql`select from ${roles} where id = ${id} for update`)
    const before = await storedRole(tx, id)
    if (!before) throw notFound()
    const held = await tx.select().from(engineerRoles).where(eq(engineerRoles.roleId, id)).limit(1)
    if (held.length > 0) throw new AppError('conflict', { detail: { reason: 'held' } })
    await tx.delete(roles).where(eq(roles.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'role.deleted',
        subjectKind: 'role',
        subjectId: String(id),
        before: await toldRole(tx, before),
      },
      tx,
    )
  })
}
