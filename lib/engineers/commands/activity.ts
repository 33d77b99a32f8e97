import 'server-only'
import { eq } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { engineers } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { takeSeat } from '#lib/licence/commands.ts'
import { heldEngineer } from './change.ts'
import { keepAnAdministrator } from './last-administrator.ts'
import { tellOfEngineer } from './write.ts'

/**
 * Takes all access at once, from an engineer or from the contacts who share a profile, and ends their sessions: a trigger
 * does so in the same statement. The seat is free again.
 * @throws AppError `not_found`, `conflict` with reason `lastAdministrator`
 */
export function deactivateEngineer(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const before = await heldEngineer(tx, id)
    if (!before.active) return
    await tx.update(engineers).set({ active: false }).where(eq(engineers.id, id))
    await keepAnAdministrator(tx)
    await tellOfEngineer(tx, viewer, {
      action: 'engineer.deactivated',
      id,
      before,
      after: { ...before, active: false },
    })
  })
}

/** Gives access again, to new sessions only. @throws AppError `not_found`, `conflict` with reason `noSeat` */
export function reactivateEngineer(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const before = await heldEngineer(tx, id)
    if (before.active) return
    await takeSeat(tx)
    await tx.update(engineers).set({ active: true }).where(eq(engineers.id, id))
    await tellOfEngineer(tx, viewer, { action: 'engineer.reactivated', id, before, after: { ...before, active: true } })
  })
}
