import { desc, eq, sql } from 'drizzle-orm'
import { attachments, entries } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Item } from './question.ts'

/** An entry or attachment by what it is, without its text. */
export type ReadableItem = Item & {
  what: (typeof entries.$inferSelect)['kind'] | 'attachment'
  textClass: number
  createdAt: Date
}

/** Bound on either kind. */
const MOST = 100

/** Those of the ticket that the viewer now set may read, newest first; bounded to 100 entries and 100 attachments. */
export async function readableItems(tx: Transaction, ticket: number): Promise<ReadableItem[]> {
  const [written, files] = await Promise.all([
    tx
      .select({
        id: sql<string>`${entries.id}::text`,
        what: entries.kind,
        textClass: entries.textClassId,
        createdAt: entries.createdAt,
      })
      .from(entries)
      .where(eq(entries.ticketId, ticket))
      .orderBy(desc(entries.id))
      .limit(MOST),
    tx
      .select({
        id: attachments.id,
        textClass: sql<number>`${attachments.textClassId}::int`,
        createdAt: attachments.createdAt,
      })
      .from(attachments)
      .where(eq(attachments.ticketId, ticket))
      .orderBy(desc(attachments.createdAt))
      .limit(MOST),
  ])
  return [
    ...written.map((one) => ({ kind: 'entry', ...one }) as const),
    ...files.map((one) => ({ kind: 'attachment', what: 'attachment', ...one }) as const),
  ].toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime())
}
