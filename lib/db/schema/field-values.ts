import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { deletes, inserts, isEngineer, reads, updates } from './policies.ts'
import { ticketFields } from './ticket-fields.ts'
import { tickets } from './tickets.ts'

/** The value of one field of one ticket, a row of its own so that the database itself can hide it (V6). */
export const fieldValues = pgTable(
  'field_values',
  {
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    fieldId: reference()
      .notNull()
      .references(() => ticketFields.id, { onDelete: 'cascade' }),
    value: jsonb().notNull(),
  },
  (t) => {
    const onVisibleTicket = sql`exists (select from ${tickets} t where t.id = ${t.ticketId})`
    const exposed = sql`(${isEngineer} or v6_field_shown(${t.fieldId}))`
    const writable = sql`v6_may_set_field(${t.ticketId}, ${t.fieldId})`
    return [
      primaryKey({ columns: [t.ticketId, t.fieldId] }),
      index().on(t.fieldId),
      reads('read', sql`${onVisibleTicket} and ${exposed}`),
      inserts('create', writable),
      updates('change', writable),
      deletes('delete', writable),
    ]
  },
)
