import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { statuses } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { storedStatus } from '../queries/stored.ts'
import { usesOfStatus } from '../queries/uses.ts'
import type { NewStatus, StatusChange } from '../status-input.ts'
import { isUsed } from '../uses.ts'
import { endOf } from './order.ts'
import { changing, inQueue, type Place, tell } from './set-up.ts'

/** @throws AppError `not_found`, `invalid` for a key that is taken, `conflict` where there are too many */
export function createStatus(viewer: EngineerViewer, queueId: number, status: NewStatus): Promise<number> {
  return inQueue(viewer, queueId, async (tx) => {
    const position = await endOf(tx, 'status', queueId)
    const writing = tx
      .insert(statuses)
      .values({ ...status, queueId, position })
      .returning({ id: statuses.id })
    const [made] = await orTaken('key', writing)
    if (!made) throw new AppError('unexpected')
    if (status.isInitial) await beginWith(tx, { queue: queueId, id: made.id })
    await tell(tx, viewer, { part: 'status', id: made.id, change: 'created', after: status })
    return made.id
  })
}

/**
 * A queue begins with exactly one status: making another one the first takes the mark from the one that had it.
 * @throws AppError `not_found`, `conflict`, `invalid` where no status would be left to begin with
 */
export function changeStatus(viewer: EngineerViewer, place: Place, change: StatusChange, shown?: string) {
  return changing(
    viewer,
    { part: 'status', place, shown },
    (tx) => storedStatus(tx, place.queue, place.id),
    async (tx, before) => {
      if (before.isInitial && !change.isInitial)
        throw new AppError('invalid', { fields: { isInitial: 'initialNeeded' } })
      await tx.update(statuses).set(change).where(eq(statuses.id, place.id))
      if (change.isInitial) await beginWith(tx, place)
    },
  )
}

/** Takes the mark from the others. */
async function beginWith(tx: Transaction, { queue, id }: Place): Promise<void> {
  await tx
    .update(statuses)
    .set({ isInitial: false })
    .where(and(eq(statuses.queueId, queue), eq(statuses.isInitial, true), ne(statuses.id, id)))
}

/** @throws AppError `not_found`; `conflict` for the first one, and where a ticket or an activity needs it */
export function deleteStatus(viewer: EngineerViewer, place: Place): Promise<void> {
  return inQueue(viewer, place.queue, async (tx) => {
    const before = await storedStatus(tx, place.queue, place.id)
    if (!before) throw notFound()
    if (before.isInitial) throw new AppError('conflict', { detail: { reason: 'initialNeeded' } })
    if (isUsed(await usesOfStatus(tx, place.id))) throw new AppError('conflict', { detail: { reason: 'inUse' } })
    await tx.delete(statuses).where(eq(statuses.id, place.id))
    await tell(tx, viewer, { part: 'status', id: place.id, change: 'deleted', before })
  })
}
