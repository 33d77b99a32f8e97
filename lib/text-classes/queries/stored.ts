import 'server-only'
import { count, eq, or, sql } from 'drizzle-orm'
import { queues, queueTextClasses, textClasses } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { USES_BOUND, type Uses } from '#lib/queues/uses.ts'
import type { NewTextClass } from '../input.ts'

/** A text class as it is, in the shape in which it is changed; undefined for an unknown one. */
export async function storedTextClass(tx: Transaction, id: number): Promise<NewTextClass | undefined> {
  const [textClass] = await tx
    .select({
      key: textClasses.key,
      labels: textClasses.labels,
      customerVisible: textClasses.customerVisible,
      colour: textClasses.colour,
      icon: textClasses.icon,
    })
    .from(textClasses)
    .where(eq(textClasses.id, id))
  return textClass
}

export type TextClassUses = Uses<'entries' | 'files' | 'queues' | 'customerQueues'>

/** What has the class, and the queues that list it or start customers with it. */
export async function usesOfTextClass(tx: Transaction, id: number): Promise<TextClassUses> {
  const [counted] = await tx.execute<{ entries: number; files: number }>(
    sql`select count_uses('entries of class', ${id}, ${USES_BOUND}) as entries,
      count_uses('files of class', ${id}, ${USES_BOUND}) as files`,
  )
  const [listing] = await tx
    .select({ count: sql<number>`count(distinct ${queues.id})::int` })
    .from(queues)
    .leftJoin(queueTextClasses, eq(queueTextClasses.queueId, queues.id))
    .where(
      or(eq(queueTextClasses.textClassId, id), eq(queues.engineerTextClassId, id), eq(queues.customerTextClassId, id)),
    )
  const [starting] = await tx.select({ count: count() }).from(queues).where(eq(queues.customerTextClassId, id))
  return {
    entries: counted?.entries ?? 0,
    files: counted?.files ?? 0,
    queues: listing?.count ?? 0,
    customerQueues: starting?.count ?? 0,
  }
}
