import 'server-only'
import { sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { licence } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import type { LicenceChange } from './input.ts'
import { limitsNow, seatsUsed } from './queries.ts'

/** Sets the limits. One below what is in use takes nothing from anybody: it only lets nobody further in. */
export function setLimits(viewer: EngineerViewer, limits: LicenceChange): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await holdLicence(tx)
    const before = await limitsNow(tx)
    await tx.update(licence).set(limits)
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'licence.changed',
        subjectKind: 'licence',
        before,
        after: limits,
      },
      tx,
    )
  })
}

/**
 * Takes a seat for one more active engineer or profile, who is then written in the same transaction. Whoever takes one at
 * the same moment waits, so that two cannot have the last.
 * @throws AppError `conflict` with reason `noSeat`
 */
export async function takeSeat(tx: Transaction): Promise<void> {
  await holdLicence(tx)
  const limits = await limitsNow(tx)
  const { limit, engineers, profiles } = await seatsUsed(tx, limits)
  if (limit !== null && engineers + profiles >= limit) throw new AppError('conflict', { detail: { reason: 'noSeat' } })
}

/** Locks the licence's one row, which is made where it is missing. */
async function holdLicence(tx: Transaction): Promise<void> {
  await tx.insert(licence).values({}).onConflictDoNothing()
  await tx.execute(sql`select from ${licence} for update`)
}
