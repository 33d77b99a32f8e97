import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'

/** Until when failed sign-ins make these contacts wait, by id. */
export async function contactsWaiting(tx: Transaction, ids: readonly number[]): Promise<Map<number, Date>> {
  const rows = await tx.execute<{ id: string; until: string }>(
    sql`select id, until from contacts_waiting(${sql.param([...ids])}::bigint[])`,
  )
  return new Map(rows.map(({ id, until }) => [Number(id), new Date(until)]))
}
