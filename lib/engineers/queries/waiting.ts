import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'

/** Until when failed sign-ins make these engineers wait, by id; for administrators. */
export async function engineersWaiting(tx: Transaction, ids: readonly number[]): Promise<Map<number, Date>> {
  const rows = await tx.execute<{ id: string; until: string }>(
    sql`select id, until from engineers_waiting(${sql.param([...ids])}::bigint[])`,
  )
  return new Map(rows.map(({ id, until }) => [Number(id), new Date(until)]))
}
