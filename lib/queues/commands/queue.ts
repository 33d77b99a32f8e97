import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'
import type { QueueChange, ServiceChange } from '../input.ts'
import { storedQueue, storedService } from '../queries/stored.ts'
import { usesOfQueue } from '../queries/uses.ts'
import { isUsed } from '../uses.ts'
import { startQueue } from './first-steps.ts'
import { changing, inQueue, tell } from './set-up.ts'

/** More than this no navigation can show. */
const MOST_QUEUES = 200

/**
 * Makes a queue at the end of the order, with what a ticket needs at least; returns its id.
 * @throws AppError `forbidden`, `invalid` for a key that is taken, `conflict` where there are too many
 */
export function createQueue(viewer: EngineerViewer, change: QueueChange): Promise<number> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const position = await nextPosition(tx)
    const writing = tx
      .insert(queues)
      .values({ ...change, position })
      .returning({ id: queues.id })
    const [queue] = await orTaken('key', writing)
    if (!queue) throw new AppError('unexpected')
    await startQueue(tx, queue.id)
    await tell(tx, viewer, { part: 'queue', id: queue.id, change: 'created', after: await storedQueue(tx, queue.id) })
    return queue.id
  })
}

async function nextPosition(tx: Transaction): Promise<number> {
  const [all] = await tx
    .select({ count: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${queues.position}), 0)` })
    .from(queues)
  if ((all?.count ?? 0) >= MOST_QUEUES) throw new AppError('conflict', { detail: { reason: 'tooMany' } })
  return (all?.last ?? 0) + 1
}

/** @throws AppError `not_found`, `conflict`, `invalid` for a key that is taken */
export function changeQueue(viewer: EngineerViewer, id: number, change: QueueChange, shown?: string): Promise<void> {
  return changing(
    viewer,
    { part: 'queue', place: { queue: id, id }, shown },
    (tx) => storedQueue(tx, id),
    (tx) => orTaken('key', tx.update(queues).set(change).where(eq(queues.id, id))),
  )
}

/** Holds for what customers write from now on, and soon for what waits already: a job recounts it. @throws AppError `not_found`, `conflict` */
export function changeService(
  viewer: EngineerViewer,
  id: number,
  change: ServiceChange,
  shown?: string,
): Promise<void> {
  return changing(
    viewer,
    { part: 'queue', place: { queue: id, id }, shown },
    (tx) => storedService(tx, id),
    async (tx) => {
      await tx.update(queues).set(change).where(eq(queues.id, id))
      await enqueueJob(tx, 'answers-due', { queue: id, after: 0 })
    },
  )
}

/** @throws AppError `not_found`; `conflict` where a ticket is in the queue or a role grants something in it */
export function deleteQueue(viewer: EngineerViewer, id: number): Promise<void> {
  return inQueue(viewer, id, async (tx) => {
    const before = await storedQueue(tx, id)
    if (!before) throw notFound()
    if (isUsed(await usesOfQueue(tx, id))) throw new AppError('conflict', { detail: { reason: 'inUse' } })
    await tx.execute(sql`delete from activities where queue_id = ${id}`)
    await tx.delete(queues).where(eq(queues.id, id))
    await tell(tx, viewer, { part: 'queue', id, change: 'deleted', before })
  })
}
