import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Change } from '#lib/tickets/ticket.ts'
import { id, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { engineers } from './engineers.ts'
import { ids, inserts, isEngineer, reads } from './policies.ts'
import { textClasses } from './text-classes.ts'
import { ticketFields } from './ticket-fields.ts'
import { tickets } from './tickets.ts'

/** One item of a ticket's history, never altered. `authorName` is the name at the time of writing. */
export const entries = pgTable(
  'entries',
  {
    id: id(),
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['comment', 'mail_in', 'mail_out', 'activity', 'change'] }).notNull(),
    textClassId: reference()
      .notNull()
      .references(() => textClasses.id),
    authorKind: text({ enum: ['contact', 'engineer', 'system'] }).notNull(),
    authorContactId: reference().references(() => contacts.id, { onDelete: 'set null' }),
    authorEngineerId: reference().references(() => engineers.id),
    authorName: text().notNull(),
    body: text().notNull().default(''),
    fieldId: reference().references(() => ticketFields.id, { onDelete: 'cascade' }),
    change: jsonb().$type<Change>(),
    createdAt: now(),
  },
  (t) => [
    index('entries_of_ticket').on(t.ticketId, t.id),
    index().on(t.textClassId),
    index().on(t.fieldId).where(sql`${t.fieldId} is not null`),
    reads(
      'read',
      sql`exists (select from ${tickets} t where t.id = ${t.ticketId}) and (${isEngineer} or (v5_class_visible(${t.textClassId}, ${ids('visible_classes')}) and (${t.kind} <> 'change' or v6_field_shown(${t.fieldId}))))`,
    ),
    inserts(
      'create',
      sql`may_append(${t.ticketId}, ${t.kind}, ${t.authorContactId}, ${t.authorEngineerId}, ${t.textClassId})`,
    ),
  ],
)
