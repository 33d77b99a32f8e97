import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, type Labels, labels, reference } from './columns.ts'
import { ids, keptByAdministrators } from './policies.ts'
import { queues } from './queues.ts'

/** Where a ticket of the queue stands. `nextStep` tells the customer what happens next. */
export const statuses = pgTable(
  'statuses',
  {
    id: id(),
    queueId: reference()
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    labels: labels(),
    nextStep: jsonb().$type<Labels>(),
    kind: text({ enum: ['open', 'waiting', 'closed'] }).notNull(),
    acceptsComments: boolean().notNull().default(true),
    isInitial: boolean().notNull().default(false),
    position: integer().notNull().default(0),
  },
  (t) => [
    unique().on(t.queueId, t.key),
    ...keptByAdministrators(
      sql`v1_queue_readable(${t.queueId}, ${ids('read_queues')}) or ${t.queueId} = any (${ids('create_queues')}::bigint[])`,
    ),
  ],
)
