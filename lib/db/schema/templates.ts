import { sql } from 'drizzle-orm'
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { now } from './columns.ts'
import { isEngineer, isSystem, keptByAdministrators } from './policies.ts'

/** A mail text (Liquid) in one language, as the administrator changed it. */
export const templates = pgTable(
  'templates',
  {
    key: text().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    changedAt: now(),
  },
  (t) => [primaryKey({ columns: [t.key, t.locale] }), ...keptByAdministrators(sql`${isEngineer} or ${isSystem}`)],
)
