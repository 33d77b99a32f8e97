import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { contacts, queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { onlookers, type SightChange, sightChange } from '../queries/onlookers.ts'
import { addEntry } from './entry.ts'
import { lockTicket } from './lock.ts'
import { rehearse } from './rehearse.ts'

export type NewCustomer = { number: number; contact: number }
export type CustomerEffects = { sight: SightChange; name: string }

/**
 * Makes a contact the main customer of a ticket, which then shows to that one and to its company (V3, V4).
 * @throws AppError `not_found`, `forbidden` without write, `invalid` with the field `contact` for one that the engineer
 * cannot read or that is not active, `conflict` for a merged ticket
 */
export function changeCustomer(viewer: EngineerViewer, change: NewCustomer): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await carryOut(tx, viewer, change)
  })
}

/** What `changeCustomer` would do, with nothing done. @throws AppError as `changeCustomer` */
export function rehearseCustomer(viewer: EngineerViewer, change: NewCustomer): Promise<CustomerEffects> {
  return rehearse(viewer, async (tx) => {
    const ticket = await changeable(tx, change.number)
    const before = await onlookers(tx, ticket.id)
    const name = await carryOut(tx, viewer, change)
    return { sight: sightChange(before, await onlookers(tx, ticket.id)), name }
  })
}

async function carryOut(tx: Transaction, viewer: EngineerViewer, { number, contact }: NewCustomer): Promise<string> {
  const ticket = await changeable(tx, number)
  const [next] = await tx
    .select({ name: contacts.name, active: contacts.active })
    .from(contacts)
    .where(eq(contacts.id, contact))
  if (!next?.active) throw new AppError('invalid', { fields: { contact: 'unknown' } })
  if (ticket.mainContactId === contact) return next.name
  await tx.update(tickets).set({ mainContactId: contact }).where(eq(tickets.id, ticket.id))
  await tx.execute(sql`delete from participants where ticket_id = ${ticket.id} and contact_id = ${contact}`)
  const change = { what: 'customer' as const, before: ticket.before, after: next.name }
  await addEntry(tx, viewer, { ticketId: ticket.id, kind: 'change', textClassId: ticket.textClassId, change })
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'ticket.customer',
      subjectKind: 'ticket',
      subjectId: String(number),
      before: { contact: ticket.mainContactId },
      after: { contact },
    },
    tx,
  )
  return next.name
}

async function changeable(tx: Transaction, number: number) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      statusId: tickets.statusId,
      mainContactId: tickets.mainContactId,
      merged: sql<boolean>`${tickets.mergedIntoId} is not null or exists (select from tickets m where m.merged_into_id = ${tickets.id})`,
      before: sql<string | null>`contact_name_on_ticket(${tickets.mainContactId}, ${tickets.id})`,
      textClassId: sql<string | null>`coalesce(${queues.engineerTextClassId}, ${queues.customerTextClassId})`,
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  const { textClassId } = ticket
  if (!ticket.mayWrite || textClassId === null) throw new AppError('forbidden')
  // Joined tickets are of one customer.
  if (ticket.merged) throw new AppError('conflict')
  await lockTicket(tx, ticket)
  return { ...ticket, textClassId: Number(textClassId) }
}
