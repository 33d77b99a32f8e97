import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { EngineerChange } from '../input.ts'
import { type StoredEngineer, storedEngineer } from '../queries/stored.ts'
import { initialPassword, tellOfPassword } from './initial-password.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import { giveRoles, tellOfEngineer } from './write.ts'

export type ShownEngineer = { id: number; isTrack: boolean; version?: string | undefined }

/**
 * Changes an engineer or profile; whose kind it is it stays. A new initial password ends its sessions.
 * @param shown what the form showed
 * @throws AppError `not_found`, also for one of the other kind; `conflict` where it was changed meanwhile or would leave no
 *   administrator; `invalid` as at creation
 */
export async function changeEngineer(
  viewer: EngineerViewer,
  shown: ShownEngineer,
  change: EngineerChange,
): Promise<void> {
  const { id } = shown
  // One's own password is changed where the present one is asked.
  if (id === viewer.engineer && change.password !== null) throw new AppError('invalid', { fields: { password: 'own' } })
  const password = await initialPassword(change)
  await asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const before = await heldEngineer(tx, id)
    if (before.isTrack !== shown.isTrack) throw notFound()
    requireVersion(before, shown.version)
    const { roles, password: _, ...row } = change
    const updating = tx
      .update(engineers)
      .set({ ...row, ...password })
      .where(eq(engineers.id, id))
    await orTaken('login', updating)
    await giveRoles(tx, id, roles)
    await keepAnAdministrator(tx)
    const after = { ...before, ...row, roles }
    await tellOfEngineer(tx, viewer, { action: 'engineer.changed', id, before, after })
    if (change.password !== null) await tellOfPassword(tx, viewer, id)
  })
}

/** The engineer or profile, locked until the transaction ends. @throws AppError `not_found` */
export async function heldEngineer(tx: Transaction, id: number): Promise<StoredEngineer> {
  await tx.execute(sql`select from ${engineers} where id = ${id} for update`)
  const held = await storedEngineer(tx, id)
  if (!held) throw notFound()
  return held
}
