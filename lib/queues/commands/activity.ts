import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { activities, activityStatuses, statuses, ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { ActivityChange, NewActivity } from '../activity-input.ts'
import { storedActivity } from '../queries/stored.ts'
import { endOf } from './order.ts'
import { changing, inQueue, type Place, tell } from './set-up.ts'

/** @throws AppError `not_found`, `invalid` for a key that is taken and for statuses and fields of another queue, `conflict` */
export function createActivity(viewer: EngineerViewer, queue: number, activity: NewActivity): Promise<number> {
  return inQueue(viewer, queue, async (tx) => {
    const { from, ...values } = await fitting(tx, queue, activity)
    const position = await endOf(tx, 'activity', queue)
    const writing = tx
      .insert(activities)
      .values({ ...values, queueId: queue, position })
      .returning({ id: activities.id })
    const [made] = await orTaken('key', writing)
    if (!made) throw new AppError('unexpected')
    await leadFrom(tx, made.id, from)
    await tell(tx, viewer, { part: 'activity', id: made.id, change: 'created', after: activity })
    return made.id
  })
}

/** @throws AppError `not_found`, `conflict`, `invalid` as `createActivity` */
export function changeActivity(viewer: EngineerViewer, place: Place, change: ActivityChange, shown?: string) {
  return changing(
    viewer,
    { part: 'activity', place, shown },
    (tx) => storedActivity(tx, place.queue, place.id),
    async (tx) => {
      const { from, ...values } = await fitting(tx, place.queue, change)
      await tx.update(activities).set(values).where(eq(activities.id, place.id))
      await tx.delete(activityStatuses).where(eq(activityStatuses.activityId, place.id))
      await leadFrom(tx, place.id, from)
    },
  )
}

/** Nothing is lost with it: what it did stands in the tickets' histories in words. @throws AppError `not_found` */
export function deleteActivity(viewer: EngineerViewer, place: Place): Promise<void> {
  return inQueue(viewer, place.queue, async (tx) => {
    const before = await storedActivity(tx, place.queue, place.id)
    if (!before) throw notFound()
    await tx.delete(activities).where(eq(activities.id, place.id))
    await tell(tx, viewer, { part: 'activity', id: place.id, change: 'deleted', before })
  })
}

/** Statuses and fields are the queue's own; fields stand in the form in their own order. */
async function fitting<Change extends ActivityChange>(tx: Transaction, queue: number, change: Change): Promise<Change> {
  const wanted = [...new Set([...change.from, change.toStatusId])]
  const own = await tx
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(eq(statuses.queueId, queue), inArray(statuses.id, wanted)))
  if (own.length < wanted.length) {
    const known = own.some(({ id }) => id === change.toStatusId)
    throw new AppError('invalid', { fields: known ? { from: 'unknown' } : { toStatusId: 'unknown' } })
  }
  const fields = await tx
    .select({ key: ticketFields.key })
    .from(ticketFields)
    .where(eq(ticketFields.queueId, queue))
    .orderBy(ticketFields.position, ticketFields.id)
  const keys = fields.map(({ key }) => key)
  if (change.formFields.some((key) => !keys.includes(key)))
    throw new AppError('invalid', { fields: { formFields: 'unknown' } })
  return { ...change, formFields: keys.filter((key) => change.formFields.includes(key)) }
}

async function leadFrom(tx: Transaction, activityId: number, from: number[]): Promise<void> {
  await tx
    .insert(activityStatuses)
    .values(from.map((fromStatusId) => ({ activityId, fromStatusId })))
    .onConflictDoNothing()
}
