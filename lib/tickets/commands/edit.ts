import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { askedFields, versionOf } from '../queries/ticket-fields.ts'
import { addEntry } from './entry.ts'
import { fieldValuesIn } from './fields.ts'
import { lockTicket } from './lock.ts'
import { setFields } from './set-fields.ts'

export type Edit = {
  number: number
  /** Of an engineer; a customer's own title stays as it was written. */
  subject: string | undefined
  /** Raw form values by field key. */
  fields: Record<string, string | string[]>
  /** What the form started with. */
  version: string
}

/**
 * Changes subject and fields of a ticket, each change with an entry of its own. A customer changes the fields with exposure
 * `full`, and needs *write* (V6); an engineer all, and the subject.
 * @throws AppError `not_found`, `forbidden`, `invalid` with the fields, `conflict` where somebody changed them meanwhile
 */
export function editTicket(viewer: SignedInViewer, edit: Edit): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ticket = await editable(tx, edit.number)
    const locale = viewer.locale ?? 'en'
    const fields = await askedFields(tx, viewer, { ticket: ticket.id, queue: ticket.queueId, locale })
    if (versionOf(ticket.subject, fields) !== edit.version)
      throw new AppError('conflict', { detail: { reason: 'changedMeanwhile' } })
    if (edit.subject === '') throw new AppError('invalid', { fields: { subject: 'missing' } })
    const values = await fieldValuesIn(tx, viewer, { fields, raw: edit.fields })
    await setFields(tx, viewer, { ticket: ticket.id, classes: ticket }, fields, values)
    const subject = viewer.kind === 'engineer' ? edit.subject : undefined
    if (subject === undefined || subject === ticket.subject) return
    const textClassId = ticket.engineerTextClassId ?? ticket.customerTextClassId
    if (textClassId === null) throw new AppError('forbidden')
    await tx.update(tickets).set({ subject }).where(eq(tickets.id, ticket.id))
    const change = { what: 'subject' as const, before: ticket.subject, after: subject }
    await addEntry(tx, viewer, { ticketId: ticket.id, kind: 'change', textClassId, change })
  })
}

async function editable(tx: Transaction, number: number) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      statusId: tickets.statusId,
      subject: tickets.subject,
      engineerTextClassId: queues.engineerTextClassId,
      customerTextClassId: queues.customerTextClassId,
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues')) and not coalesce(v7_read_only(${tickets.id}), false)`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  if (!ticket.mayWrite) throw new AppError('forbidden')
  await lockTicket(tx, ticket)
  return ticket
}
