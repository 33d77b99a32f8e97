import { activities, activityStatuses } from '#lib/db/schema/activities.ts'
import { queues, queueTextClasses } from '#lib/db/schema/queues.ts'
import { statuses } from '#lib/db/schema/statuses.ts'
import { textClasses } from '#lib/db/schema/text-classes.ts'
import { ticketFields } from '#lib/db/schema/ticket-fields.ts'
import { demoQueues, type QueueKey } from '../queues/index.ts'
import { demoTextClasses, type TextClassKey } from '../text-classes.ts'
import type { Writer } from './connection.ts'
import { type Ids, idsBy } from './ids.ts'

export type QueueIds = {
  queues: Ids<QueueKey>
  classes: Ids<TextClassKey>
  /** By `queue/status` and `queue/field`. */
  statuses: Ids
  fields: Ids
}

/** Queues with all that belongs to them. */
export async function writeQueues(db: Writer): Promise<QueueIds> {
  const classRows = await db
    .insert(textClasses)
    .values([...demoTextClasses])
    .returning()
  const classes = idsBy(
    demoTextClasses.map(({ key }) => [key, idOfKey(classRows, key)] as const),
    'text class',
  )
  const queueRows = await db
    .insert(queues)
    .values(
      demoQueues.map(({ statuses: _, activities: __, fields: ___, ...queue }, position) => ({
        ...queue,
        position,
        engineerTextClassId: classes.of(queue.kind === 'faq' ? 'solution' : 'customer_answer'),
        customerTextClassId: classes.of('customer_comment'),
      })),
    )
    .returning()
  const queueIds = idsBy(
    demoQueues.map(({ key }) => [key, idOfKey(queueRows, key)] as const),
    'queue',
  )
  await db
    .insert(queueTextClasses)
    .values(
      queueRows.flatMap((queue) => classRows.map((textClass) => ({ queueId: queue.id, textClassId: textClass.id }))),
    )
  const statusIds = await writeStatuses(db, queueIds)
  await writeActivities(db, queueIds, statusIds)
  return { queues: queueIds, classes, statuses: statusIds, fields: await writeFields(db, queueIds) }
}

async function writeStatuses(db: Writer, queueIds: Ids<QueueKey>): Promise<Ids> {
  const rows = demoQueues.flatMap((queue) =>
    queue.statuses.map(({ stage, ...status }, position) => ({
      ...status,
      queueId: queueIds.of(queue.key),
      isInitial: stage === 'fresh',
      position,
    })),
  )
  const written = await db.insert(statuses).values(rows).returning()
  return byQueueAndKey(written, queueIds, 'status')
}

async function writeActivities(db: Writer, queueIds: Ids<QueueKey>, statusIds: Ids): Promise<void> {
  for (const queue of demoQueues) {
    for (const [position, { from, to, ...activity }] of queue.activities.entries()) {
      const [written] = await db
        .insert(activities)
        .values({
          ...activity,
          queueId: queueIds.of(queue.key),
          toStatusId: statusIds.of(`${queue.key}/${to}`),
          position,
        })
        .returning()
      const activityId = written?.id ?? 0
      await db
        .insert(activityStatuses)
        .values(from.map((status) => ({ activityId, fromStatusId: statusIds.of(`${queue.key}/${status}`) })))
    }
  }
}

async function writeFields(db: Writer, queueIds: Ids<QueueKey>): Promise<Ids> {
  const rows = demoQueues.flatMap((queue) =>
    queue.fields.map(({ sample: _, ...field }, position) => ({ ...field, queueId: queueIds.of(queue.key), position })),
  )
  const written = await db.insert(ticketFields).values(rows).returning()
  return byQueueAndKey(written, queueIds, 'field')
}

function byQueueAndKey(
  rows: { id: number; queueId: number; key: string }[],
  queueIds: Ids<QueueKey>,
  what: string,
): Ids {
  const names = new Map(demoQueues.map(({ key }) => [queueIds.of(key), key]))
  return idsBy(
    rows.map((row) => [`${names.get(row.queueId)}/${row.key}`, row.id] as const),
    what,
  )
}

function idOfKey(rows: { id: number; key: string }[], key: string): number {
  return idsBy(
    rows.map((row) => [row.key, row.id] as const),
    'row',
  ).of(key)
}
