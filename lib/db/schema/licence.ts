import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable } from 'drizzle-orm/pg-core'
import { isEngineer, keptByAdministrators } from './policies.ts'

/** One row: how many active engineers and profiles, and how many customers at once; null is no limit. */
export const licence = pgTable(
  'licence',
  { only: boolean().primaryKey().default(true), seats: integer(), concurrentCustomers: integer() },
  (t) => [check('one_row', sql`${t.only}`), ...keptByAdministrators(isEngineer)],
)
