import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { once } from '#lib/db/once.ts'
import { activities, activityStatuses, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { ActivityInput } from '../input.ts'
import { askedFields } from '../queries/ticket-fields.ts'
import { addEntry } from './entry.ts'
import { fieldValuesIn } from './fields.ts'
import { lockTicket } from './lock.ts'
import { setFields } from './set-fields.ts'

type Raw = Record<string, string | string[]>

/**
 * Takes a step between statuses, with a comment where the activity asks for one, and the fields of its form.
 * @throws AppError `not_found`; `forbidden` without execute or, for a customer, where the activity is not for customers;
 * `conflict` when the ticket's status does not allow it (any more); `invalid` without the comment or with wrong fields
 */
export function executeActivity(viewer: SignedInViewer, input: ActivityInput): Promise<{ number: number }> {
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const ticket = await lockedTicket(tx, input.number)
      const activity = await stepFor(tx, ticket, input.activity)
      if (activity.asksComment && input.body === '')
        throw new AppError('invalid', { fields: { body: 'commentMissing' } })
      const textClassId =
        viewer.kind === 'contact'
          ? ticket.customerTextClassId
          : (ticket.engineerTextClassId ?? ticket.customerTextClassId)
      if (textClassId === null) throw new AppError('forbidden')
      await fillForm(tx, viewer, ticket, activity.formFields, input.fields ?? {})
      await tx.update(tickets).set({ statusId: activity.toStatusId }).where(eq(tickets.id, ticket.id))
      await addEntry(tx, viewer, {
        ticketId: ticket.id,
        kind: 'activity',
        textClassId,
        body: input.body,
        change: { what: 'status', before: ticket.statusLabels, after: activity.toLabels },
      })
      return { number: input.number }
    }),
  )
}

async function lockedTicket(tx: Transaction, number: number) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      statusId: tickets.statusId,
      statusLabels: statuses.labels,
      customerTextClassId: queues.customerTextClassId,
      engineerTextClassId: queues.engineerTextClassId,
      mayExecute: sql<boolean>`${tickets.queueId} = any (viewer_ids('execute_queues')) and not v7_read_only(${tickets.id})`,
      merged: sql<boolean>`${tickets.mergedIntoId} is not null`,
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  if (!ticket.mayExecute) throw new AppError('forbidden')
  if (ticket.merged) throw new AppError('conflict')
  await lockTicket(tx, ticket)
  return ticket
}

type Locked = Awaited<ReturnType<typeof lockedTicket>>

/** A customer fills in those of the form's fields that it may (V6); the others wait for an engineer. */
async function fillForm(tx: Transaction, viewer: SignedInViewer, ticket: Locked, keys: string[], raw: Raw) {
  if (keys.length === 0) return
  const fields = await askedFields(tx, viewer, {
    ticket: ticket.id,
    queue: ticket.queueId,
    locale: viewer.locale ?? 'en',
    keys,
  })
  const values = await fieldValuesIn(tx, viewer, { fields, raw })
  await setFields(tx, viewer, { ticket: ticket.id, classes: ticket }, fields, values)
}

/** The policy on activities hides from customers those that are not for them. */
async function stepFor(tx: Transaction, ticket: { queueId: number; statusId: number }, key: string) {
  const [activity] = await tx
    .select({
      toStatusId: activities.toStatusId,
      toLabels: statuses.labels,
      asksComment: activities.asksComment,
      formFields: activities.formFields,
      fits: sql<boolean>`exists (
      select from ${activityStatuses} where ${activityStatuses.activityId} = ${activities.id} and ${activityStatuses.fromStatusId} = ${ticket.statusId})`,
    })
    .from(activities)
    .innerJoin(statuses, eq(statuses.id, activities.toStatusId))
    .where(and(eq(activities.queueId, ticket.queueId), eq(activities.key, key)))
  if (!activity) throw new AppError('forbidden')
  if (!activity.fits) throw new AppError('conflict')
  return activity
}
