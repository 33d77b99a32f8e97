import 'server-only'
import { sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { heldEngineer } from './change.ts'

/** Forgets failed sign-ins, so that the engineer need not wait. @throws AppError `not_found`, `forbidden` */
export function unlockEngineer(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await heldEngineer(tx, id)
    await tx.execute(sql`select unlock_engineer(${id})`)
    const by = { actorKind: 'engineer', actorId: viewer.engineer } as const
    await record({ ...by, action: 'engineer.unlocked', subjectKind: 'engineer', subjectId: String(id) }, tx)
  })
}
