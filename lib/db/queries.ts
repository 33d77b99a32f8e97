import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from './transaction.ts'

/** Whether the database answers. */
export async function databaseAnswers(): Promise<boolean> {
  return asNobody((db) => db.execute(sql`select 1`)).then(
    () => true,
    () => false,
  )
}
