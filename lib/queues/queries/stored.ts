import 'server-only'
import { and, eq } from 'drizzle-orm'
import { activities, activityStatuses, queues, queueTextClasses, statuses, ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { NewActivity } from '../activity-input.ts'
import type { NewField } from '../field-input.ts'
import type { QueueChange, QueueTextClassesChange, ServiceChange } from '../input.ts'
import type { NewStatus } from '../status-input.ts'

// Each record as it is, in the shape in which it is changed; undefined where there is none.

export async function storedQueue(tx: Transaction, id: number): Promise<QueueChange | undefined> {
  const [queue] = await tx
    .select({
      key: queues.key,
      kind: queues.kind,
      labels: queues.labels,
      descriptions: queues.descriptions,
      icon: queues.icon,
      active: queues.active,
    })
    .from(queues)
    .where(eq(queues.id, id))
  return queue
}

export async function storedService(tx: Transaction, id: number): Promise<ServiceChange | undefined> {
  const [service] = await tx
    .select({ answerMinutes: queues.answerMinutes, serviceHours: queues.serviceHours })
    .from(queues)
    .where(eq(queues.id, id))
  return service
}

export async function storedTextClasses(tx: Transaction, id: number): Promise<QueueTextClassesChange | undefined> {
  const [queue] = await tx
    .select({ engineerTextClassId: queues.engineerTextClassId, customerTextClassId: queues.customerTextClassId })
    .from(queues)
    .where(eq(queues.id, id))
  if (!queue) return undefined
  const allowed = await tx
    .select({ id: queueTextClasses.textClassId })
    .from(queueTextClasses)
    .where(eq(queueTextClasses.queueId, id))
    .orderBy(queueTextClasses.textClassId)
  return { allowed: allowed.map((one) => one.id), ...queue }
}

export async function storedStatus(tx: Transaction, queueId: number, id: number): Promise<NewStatus | undefined> {
  const [status] = await tx
    .select()
    .from(statuses)
    .where(and(eq(statuses.id, id), eq(statuses.queueId, queueId)))
  if (!status) return undefined
  const { key, labels, nextStep, kind, acceptsComments, isInitial } = status
  return { key, labels, nextStep: nextStep ?? {}, kind, acceptsComments, isInitial }
}

export async function storedField(tx: Transaction, queueId: number, id: number): Promise<NewField | undefined> {
  const [field] = await tx
    .select()
    .from(ticketFields)
    .where(and(eq(ticketFields.id, id), eq(ticketFields.queueId, queueId)))
  if (!field) return undefined
  const { key, type, labels, help, section, options, condition, initial, required, exposure } = field
  return {
    ...{ key, type, labels, options, condition, initial, required, exposure },
    help: help ?? {},
    section: section ?? {},
  }
}

export async function storedActivity(tx: Transaction, queueId: number, id: number): Promise<NewActivity | undefined> {
  const [activity] = await tx
    .select()
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.queueId, queueId)))
  if (!activity) return undefined
  const from = await tx
    .select({ id: activityStatuses.fromStatusId })
    .from(activityStatuses)
    .where(eq(activityStatuses.activityId, id))
    .orderBy(activityStatuses.fromStatusId)
  const { key, labels, toStatusId, asksComment, formFields, customersMayExecute } = activity
  return { key, labels, from: from.map((one) => one.id), toStatusId, asksComment, formFields, customersMayExecute }
}
