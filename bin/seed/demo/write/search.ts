import { sql } from 'drizzle-orm'
import type { Writer } from './connection.ts'

/** Builds each ticket's search document once at the end of the work, instead of anew with every row of the ticket. */
export async function searchableAfterwards<Result>(db: Writer, work: () => Promise<Result>): Promise<Result> {
  const found = await db.execute<{ table: string }>(
    sql`select tgrelid::regclass::text as table from pg_trigger where tgname = 'keep_search'`,
  )
  const tables = found.map(({ table }) => sql.identifier(table))
  for (const table of tables) await db.execute(sql`alter table ${table} disable trigger keep_search`)
  const result = await work()
  for (const table of tables) await db.execute(sql`alter table ${table} enable trigger keep_search`)
  await db.execute(sql`select rebuild_search_document(id) from tickets`)
  return result
}
