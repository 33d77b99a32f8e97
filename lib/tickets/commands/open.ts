import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { once } from '#lib/db/once.ts'
import { contacts, fieldValues, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { OpenInput } from '../input.ts'
import { askedFields } from '../queries/ticket-fields.ts'
import { addEntry, takeDraft } from './entry.ts'
import { fieldValuesIn } from './fields.ts'

/**
 * Opens a ticket for a customer who called or wrote elsewhere, or for nobody: row, fields, first entry, files and audit, all
 * or nothing. The text is in a class that the customer reads unless it is `internal`.
 * @throws AppError `not_found` for a queue in which the viewer may not create and read, `invalid` with the form's fields,
 * `forbidden` without read on the customer's group
 */
export function openTicket(viewer: EngineerViewer, input: OpenInput): Promise<{ number: number }> {
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const queue = await queueFor(tx, input.queue)
      if (input.contact !== null) await requireContact(tx, input.contact)
      const fields = await askedFields(tx, viewer, { ticket: null, queue: queue.id, locale: viewer.locale ?? 'en' })
      const others = {
        ...(input.subject === '' ? { subject: 'subjectMissing' } : {}),
        ...(input.description === '' ? { description: 'descriptionMissing' } : {}),
      }
      const values = await fieldValuesIn(tx, viewer, { fields, raw: input.fields, others })
      const textClassId = input.internal ? queue.internalClassId : queue.customerTextClassId
      if (textClassId === null) throw new AppError('invalid', { fields: { internal: 'noClass' } })
      const ticket = await insertTicket(tx, queue, input)
      for (const [fieldId, value] of values)
        await tx.insert(fieldValues).values({ ticketId: ticket.id, fieldId, value })
      const entry = await addEntry(tx, viewer, {
        ticketId: ticket.id,
        kind: 'comment',
        textClassId: Number(textClassId),
        body: input.description,
      })
      await takeDraft(tx, viewer, purposeText({ kind: 'open', queue: input.queue }), entry)
      await record(
        {
          actorKind: 'engineer',
          actorId: viewer.engineer,
          action: 'ticket.create',
          subjectKind: 'ticket',
          subjectId: String(ticket.number),
        },
        tx,
      )
      return { number: ticket.number }
    }),
  )
}

/** An engineer writes the first entry only where it sees the ticket. */
const mayOpenIn = sql`${queues.id} = any (viewer_ids('create_queues')) and ${queues.id} = any (viewer_ids('read_queues'))`

async function queueFor(tx: Transaction, key: string) {
  const [queue] = await tx
    .select({
      id: queues.id,
      statusId: statuses.id,
      customerTextClassId: queues.customerTextClassId,
      // The first class of the queue that customers do not read.
      internalClassId: sql<
        string | null
      >`(select min(c.id) from queue_text_classes q join text_classes c on c.id = q.text_class_id
        where q.queue_id = ${queues.id} and not c.customer_visible)`,
    })
    .from(queues)
    .innerJoin(statuses, and(eq(statuses.queueId, queues.id), eq(statuses.isInitial, true)))
    .where(and(eq(queues.key, key), eq(queues.active, true), mayOpenIn))
    .orderBy(asc(statuses.id))
    .limit(1)
  if (!queue) throw notFound()
  return queue
}

async function requireContact(tx: Transaction, contact: number) {
  const [found] = await tx.select({ active: contacts.active }).from(contacts).where(eq(contacts.id, contact))
  if (!found?.active) throw new AppError('invalid', { fields: { contact: 'unknown' } })
}

async function insertTicket(tx: Transaction, queue: { id: number; statusId: number }, input: OpenInput) {
  const [ids] = await tx.execute<{ id: string; number: string }>(
    sql`select nextval(pg_get_serial_sequence('tickets', 'id')) as id, nextval('ticket_number') as number`,
  )
  const ticket = { id: Number(ids?.id), number: Number(ids?.number) }
  await tx.insert(tickets).values({
    ...ticket,
    queueId: queue.id,
    statusId: queue.statusId,
    mainContactId: input.contact,
    subject: input.subject,
  })
  return ticket
}
