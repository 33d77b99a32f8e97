import 'server-only'
import { eq } from 'drizzle-orm'
import { queues, queueTextClasses, statuses, textClasses } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'

const FIRST_STATUSES = [
  { key: 'new', kind: 'open', labels: { en: 'New', de: 'Neu' }, isInitial: true },
  { key: 'closed', kind: 'closed', labels: { en: 'Closed', de: 'Geschlossen' }, acceptsComments: false },
] as const

/**
 * What a queue needs so that a ticket can be made in it: a status to begin with and one to end with, and every text class,
 * of which the oldest readable one is the customers' and the oldest internal one the engineers'. All of it can be changed.
 */
export async function startQueue(tx: Transaction, queueId: number): Promise<void> {
  await tx.insert(statuses).values(FIRST_STATUSES.map((status, position) => ({ ...status, queueId, position })))
  const classes = await tx
    .select({ id: textClasses.id, visible: textClasses.customerVisible })
    .from(textClasses)
    .orderBy(textClasses.id)
    .limit(200)
  if (classes.length === 0) return
  await tx.insert(queueTextClasses).values(classes.map(({ id }) => ({ queueId, textClassId: id })))
  const visible = classes.find((one) => one.visible)?.id ?? null
  const internal = classes.find((one) => !one.visible)?.id ?? visible
  await tx
    .update(queues)
    .set({ customerTextClassId: visible, engineerTextClassId: internal })
    .where(eq(queues.id, queueId))
}
