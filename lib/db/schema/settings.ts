import { sql } from 'drizzle-orm'
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { now, reference } from './columns.ts'
import { isAnyone, keptByAdministrators } from './policies.ts'

/** A value that differs from its default in `lib/settings`. */
export const settings = pgTable(
  'settings',
  { key: text().primaryKey(), value: jsonb().notNull(), changedById: reference(), changedAt: now() },
  () => keptByAdministrators(sql`${isAnyone}`),
)
