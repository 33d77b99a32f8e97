import 'server-only'
import { and, eq, notInArray } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { engineerRoles } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orUnknown } from '#lib/db/violations.ts'
import { type StoredEngineer, toldEngineer } from '../queries/stored.ts'

/** Makes these the roles of an engineer or profile. @throws AppError `invalid` for a role that is gone */
export async function giveRoles(tx: Transaction, engineerId: number, roles: readonly number[]): Promise<void> {
  await tx
    .delete(engineerRoles)
    .where(and(eq(engineerRoles.engineerId, engineerId), notInArray(engineerRoles.roleId, [...roles])))
  if (roles.length === 0) return
  const rows = roles.map((roleId) => ({ engineerId, roleId }))
  await orUnknown('roles', tx.insert(engineerRoles).values(rows).onConflictDoNothing())
}

/** Writes down who did what to an engineer or profile. */
export async function tellOfEngineer(
  tx: Transaction,
  viewer: EngineerViewer,
  told: { action: string; id: number; before?: StoredEngineer; after: StoredEngineer },
): Promise<void> {
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: told.action,
      subjectKind: 'engineer',
      subjectId: String(told.id),
      before: told.before && (await toldEngineer(tx, told.before)),
      after: await toldEngineer(tx, told.after),
    },
    tx,
  )
}
