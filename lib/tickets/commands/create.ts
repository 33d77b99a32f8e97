import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { ContactViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { once } from '#lib/db/once.ts'
import { fieldValues, queues, statuses, textClasses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { AppError, type FieldProblems, notFound } from '#lib/errors.ts'
import { formFields } from '#lib/queues/queries.ts'
import type { CreateInput } from '../input.ts'
import { addEntry, takeDraft } from './entry.ts'
import { fieldValuesIn } from './fields.ts'

/** `readable`: whether the creator may open its ticket; a queue can take tickets without showing them. */
export type Created = { number: number; readable: boolean }

/**
 * Creates a ticket whose main customer is the viewer itself: row, first entry, fields, files and audit, all or nothing.
 * @throws AppError `not_found` for a queue in which the viewer may not create, `forbidden` without read on its own
 * customer group, `invalid` with the form's fields
 */
export function createTicket(viewer: ContactViewer, input: CreateInput): Promise<Created> {
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const queue = await queueFor(tx, input.queue)
      const fields = await formFields(tx, queue.id, viewer.locale ?? 'en')
      const values = await fieldValuesIn(tx, viewer, { fields, raw: input.fields, others: missingIn(input) })
      const ticket = await insertTicket(tx, viewer, queue, input.subject)
      await tx.execute(sql`select fill_initial_fields(${ticket.id})`)
      for (const [fieldId, value] of values)
        await tx.insert(fieldValues).values({ ticketId: ticket.id, fieldId, value })
      const entry = await addEntry(tx, viewer, {
        ticketId: ticket.id,
        kind: 'comment',
        textClassId: queue.textClassId,
        body: input.description,
      })
      await takeDraft(tx, viewer, purposeText({ kind: 'create', queue: input.queue }), entry)
      await record(
        {
          actorKind: 'contact',
          actorId: viewer.contact,
          action: 'ticket.create',
          subjectKind: 'ticket',
          subjectId: String(ticket.number),
        },
        tx,
      )
      return { number: ticket.number, readable: ticket.readable }
    }),
  )
}

function missingIn({ subject, description }: CreateInput): FieldProblems {
  return {
    ...(subject === '' ? { subject: 'subjectMissing' } : {}),
    ...(description === '' ? { description: 'descriptionMissing' } : {}),
  }
}

async function queueFor(tx: Transaction, key: string) {
  const [queue] = await tx
    .select({ id: queues.id, statusId: statuses.id, textClassId: textClasses.id })
    .from(queues)
    .innerJoin(statuses, and(eq(statuses.queueId, queues.id), eq(statuses.isInitial, true)))
    .innerJoin(textClasses, and(eq(textClasses.id, queues.customerTextClassId), eq(textClasses.customerVisible, true)))
    .where(and(eq(queues.key, key), eq(queues.active, true), sql`${queues.id} = any (viewer_ids('create_queues'))`))
    .limit(1)
  if (!queue) throw notFound()
  return queue
}

async function insertTicket(
  tx: Transaction,
  viewer: ContactViewer,
  queue: { id: number; statusId: number },
  subject: string,
) {
  const [ids] = await tx.execute<{ id: string; number: string; readable: boolean; group: boolean }>(
    sql`select nextval(pg_get_serial_sequence('tickets', 'id')) as id, nextval('ticket_number') as number,
      ${queue.id} = any (viewer_ids('read_queues')) as readable,
      ${viewer.customer_group} = any (viewer_ids('read_groups')) as "group"`,
  )
  if (!ids?.group) throw new AppError('forbidden')
  const ticket = { id: Number(ids.id), number: Number(ids.number) }
  await tx.insert(tickets).values({
    ...ticket,
    queueId: queue.id,
    statusId: queue.statusId,
    mainContactId: viewer.contact,
    subject,
  })
  return { ...ticket, readable: ids.readable }
}
