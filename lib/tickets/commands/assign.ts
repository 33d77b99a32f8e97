import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { addEntry } from './entry.ts'

/** The viewer takes the ticket over. @throws AppError `not_found`, `forbidden` without write on the queue */
export function takeOver(viewer: EngineerViewer, number: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await tx
      .select({
        id: tickets.id,
        engineerId: tickets.engineerId,
        before: sql<string | null>`engineer_name(${tickets.engineerId})`,
        textClassId: queues.engineerTextClassId,
        mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
      })
      .from(tickets)
      .innerJoin(queues, eq(queues.id, tickets.queueId))
      .where(eq(tickets.number, number))
    if (!ticket) throw notFound()
    if (!ticket.mayWrite || ticket.textClassId === null) throw new AppError('forbidden')
    if (ticket.engineerId === viewer.engineer) return
    await tx.update(tickets).set({ engineerId: viewer.engineer }).where(eq(tickets.id, ticket.id))
    const change = { what: 'engineer' as const, before: ticket.before, after: viewer.name }
    await addEntry(tx, viewer, { ticketId: ticket.id, kind: 'change', textClassId: ticket.textClassId, change })
  })
}
