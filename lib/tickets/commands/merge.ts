import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { addEntry } from './entry.ts'

const wrong = (reason: string) => new AppError('invalid', { fields: { into: reason } })

/**
 * Closes a ticket and lets it go on in another one of the same customer. Its entries and files stay its own, under its own
 * rules, and are shown with the other's history to whoever sees them anyway: merging makes nothing visible to anybody.
 * @throws AppError `not_found`, `forbidden` without write on both queues, `invalid` with the field `into` for a ticket that
 * it cannot go on in
 */
export function mergeTicket(viewer: EngineerViewer, { number, into }: { number: number; into: number }): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const from = await lockedTicket(tx, number)
    if (!from) throw notFound()
    if (number === into) throw wrong('mergeSame')
    const target = await lockedTicket(tx, into)
    if (!target) throw wrong('mergeUnknown')
    if (!from.mayWrite || !target.mayWrite) throw new AppError('forbidden')
    if (from.mainContactId === null || from.mainContactId !== target.mainContactId) throw wrong('mergeOtherCustomer')
    if (from.mergedIntoId !== null || target.mergedIntoId !== null) throw wrong('mergeMerged')
    if (from.hasMerged) throw wrong('mergeIsTarget')
    const statusId = from.isOpen ? await closedStatus(tx, from.queueId) : from.statusId
    await tx.update(tickets).set({ mergedIntoId: target.id, statusId }).where(eq(tickets.id, from.id))
    await note(tx, viewer, from, { after: String(into) })
    await note(tx, viewer, target, { before: String(number) })
  })
}

/** Lets a merged ticket stand by itself again, closed as it is. @throws AppError `not_found`, `forbidden` without write */
export function separateTicket(viewer: EngineerViewer, number: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ticket = await lockedTicket(tx, number)
    if (!ticket) throw notFound()
    if (!ticket.mayWrite) throw new AppError('forbidden')
    if (ticket.mergedIntoId === null) return
    await tx.update(tickets).set({ mergedIntoId: null }).where(eq(tickets.id, ticket.id))
    await note(tx, viewer, ticket, { before: String(number), after: String(number) })
  })
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockedTicket>>>

/** Locked in the order of asking; two merges the wrong way round end in a deadlock that PostgreSQL breaks. */
async function lockedTicket(tx: Transaction, number: number) {
  const [seen] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number))
  if (!seen) return undefined
  await tx.execute(sql`select from tickets where id = ${seen.id} for update`)
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      statusId: tickets.statusId,
      isOpen: tickets.isOpen,
      mainContactId: tickets.mainContactId,
      mergedIntoId: tickets.mergedIntoId,
      hasMerged: sql<boolean>`exists (select from tickets m where m.merged_into_id = ${tickets}.id)`,
      mayWrite: sql<boolean>`${tickets}.queue_id = any (viewer_ids('write_queues'))`,
      textClassId: sql<string | null>`(select coalesce(q.engineer_text_class_id, q.customer_text_class_id)
        from ${queues} q where q.id = ${tickets}.queue_id)`,
    })
    .from(tickets)
    .where(eq(tickets.id, seen.id))
  return ticket
}

async function closedStatus(tx: Transaction, queueId: number): Promise<number> {
  const [closed] = await tx
    .select({ id: statuses.id })
    .from(statuses)
    .where(and(eq(statuses.queueId, queueId), eq(statuses.kind, 'closed')))
    .orderBy(asc(statuses.position), asc(statuses.id))
    .limit(1)
  if (!closed) throw wrong('mergeNoStatus')
  return closed.id
}

async function note(
  tx: Transaction,
  viewer: EngineerViewer,
  ticket: Locked,
  change: { before?: string; after?: string },
) {
  if (ticket.textClassId === null) throw new AppError('forbidden')
  await addEntry(tx, viewer, {
    ticketId: ticket.id,
    kind: 'change',
    textClassId: Number(ticket.textClassId),
    change: { what: 'merge', ...change },
  })
}
