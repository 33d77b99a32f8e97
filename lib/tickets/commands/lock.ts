import 'server-only'
import { eq } from 'drizzle-orm'
import { tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Two who change a ticket at once: the second waits here, and then learns that it is not as it was. To be called once the
 * viewer is known to have *write*: whoever has not cannot lock it either.
 * @throws AppError `conflict` where queue or status changed meanwhile
 */
export async function lockTicket(tx: Transaction, known: { id: number; queueId: number; statusId: number }) {
  const [now] = await tx
    .select({ queueId: tickets.queueId, statusId: tickets.statusId })
    .from(tickets)
    .where(eq(tickets.id, known.id))
    .for('update')
  if (now?.queueId !== known.queueId || now.statusId !== known.statusId) throw new AppError('conflict')
}
