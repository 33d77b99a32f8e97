import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { engineersWhoRead } from '../queries/engineers.ts'
import { addEntry } from './entry.ts'

/** The viewer takes the ticket over. @throws AppError `not_found`, `forbidden` without write on the queue */
export function takeOver(viewer: EngineerViewer, number: number): Promise<void> {
  return assignTicket(viewer, { number, engineer: viewer.engineer })
}

/**
 * Hands the ticket to an engineer, or to nobody.
 * @throws AppError `not_found`, `forbidden` without write on the queue, `invalid` for an engineer who cannot read the ticket
 */
export function assignTicket(
  viewer: EngineerViewer,
  { number, engineer }: { number: number; engineer: number | null },
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await tx
      .select({
        id: tickets.id,
        engineerId: tickets.engineerId,
        before: sql<string | null>`engineer_name(${tickets.engineerId})`,
        textClassId: sql<number | null>`coalesce(${queues.engineerTextClassId}, ${queues.customerTextClassId})`,
        mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
      })
      .from(tickets)
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .where(eq(tickets.number, number))
    if (!ticket) throw notFound()
    if (!ticket.mayWrite || ticket.textClassId === null) throw new AppError('forbidden')
    if (ticket.engineerId === engineer) return
    const [chosen] = engineer === null ? [] : await engineersWhoRead(tx, ticket.id, engineer)
    if (engineer !== null && !chosen) throw new AppError('invalid', { fields: { engineer: 'engineerBlind' } })
    await tx.update(tickets).set({ engineerId: engineer }).where(eq(tickets.id, ticket.id))
    const change = { what: 'engineer' as const, before: ticket.before, after: chosen?.name ?? null }
    await addEntry(tx, viewer, { ticketId: ticket.id, kind: 'change', textClassId: Number(ticket.textClassId), change })
    if (engineer !== null && engineer !== viewer.engineer) {
      const payload = { by: viewer.name }
      await enqueueMail(tx, { template: 'desk-assigned', engineerId: engineer, ticketId: ticket.id, payload })
    }
  })
}
