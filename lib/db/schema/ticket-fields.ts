import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { FIELD_TYPES, type FieldCondition, type FieldOption } from '#lib/tickets/field-types.ts'
import { id, type Labels, labels, reference } from './columns.ts'
import { ids, isEngineer, keptByAdministrators } from './policies.ts'
import { queues } from './queues.ts'

/** A field of a queue's tickets; `exposure` says what customers may do with it (V6). */
export const ticketFields = pgTable(
  'ticket_fields',
  {
    id: id(),
    queueId: reference()
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    type: text({ enum: FIELD_TYPES }).notNull(),
    labels: labels(),
    help: jsonb().$type<Labels>(),
    section: jsonb().$type<Labels>(),
    options: jsonb().$type<FieldOption[]>(),
    condition: jsonb().$type<FieldCondition>(),
    initial: jsonb(),
    required: boolean().notNull().default(false),
    exposure: text({ enum: ['none', 'read', 'full'] })
      .notNull()
      .default('none'),
    position: integer().notNull().default(0),
  },
  (t) => [
    unique().on(t.queueId, t.key),
    ...keptByAdministrators(
      sql`(${isEngineer} or v6_field_exposed(${t.exposure})) and (v1_queue_readable(${t.queueId}, ${ids('read_queues')}) or ${t.queueId} = any (${ids('create_queues')}::bigint[]))`,
    ),
  ],
)
