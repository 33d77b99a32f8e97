import { sql } from 'drizzle-orm'
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { id, labels } from './columns.ts'
import { ids, isEngineer, keptByAdministrators } from './policies.ts'

/** What kind of text an entry or attachment is, and whether customers may read it (V5). */
export const textClasses = pgTable(
  'text_classes',
  {
    id: id(),
    key: text().notNull().unique(),
    labels: labels(),
    customerVisible: boolean().notNull().default(false),
    colour: text({ enum: ['neutral', 'info', 'success', 'warning', 'danger'] })
      .notNull()
      .default('neutral'),
    icon: text().notNull().default('message-square'),
  },
  (t) => keptByAdministrators(sql`${isEngineer} or v5_class_visible(${t.id}, ${ids('visible_classes')})`),
)
