import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'

export type Engineer = { id: number; name: string }

/** Engineers who can read the ticket (V1, V2), by name, at most 300; of one alone where it is named. */
export async function engineersWhoRead(tx: Transaction, ticket: number, one?: number): Promise<Engineer[]> {
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select e.id, e.name from tickets t, engineers e where t.id = ${ticket} and ${reads}
      ${one === undefined ? sql`` : sql`and e.id = ${one}`} order by e.name, e.id limit 300`)
  return rows.map(({ id, name }) => ({ id: Number(id), name }))
}

/** Whether the engineer `e` reads the ticket `t`. */
const reads: SQL = sql`e.active and not e.is_track
  and exists (select from engineer_roles er join queue_grants g on g.role_id = er.role_id
    where er.engineer_id = e.id and g.read and g.queue_id = t.queue_id)
  and (t.is_faq or t.customer_group_id is null
    or exists (select from engineer_roles er join group_grants g on g.role_id = er.role_id
      where er.engineer_id = e.id and g.read and g.customer_group_id = t.customer_group_id))`
