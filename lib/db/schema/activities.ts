import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { id, labels, reference } from './columns.ts'
import { ids, isEngineer, keptByAdministrators } from './policies.ts'
import { queues } from './queues.ts'
import { statuses } from './statuses.ts'

/** A named step from some statuses of a queue to another. */
export const activities = pgTable(
  'activities',
  {
    id: id(),
    queueId: reference()
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    labels: labels(),
    toStatusId: reference()
      .notNull()
      .references(() => statuses.id),
    formFields: jsonb().$type<string[]>().notNull().default([]),
    asksComment: boolean().notNull().default(false),
    customersMayExecute: boolean().notNull().default(false),
    position: integer().notNull().default(0),
  },
  (t) => [
    unique().on(t.queueId, t.key),
    ...keptByAdministrators(
      sql`v1_queue_readable(${t.queueId}, ${ids('read_queues')}) and (${isEngineer} or ${t.customersMayExecute})`,
    ),
  ],
)

export const activityStatuses = pgTable(
  'activity_statuses',
  {
    activityId: reference()
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    fromStatusId: reference()
      .notNull()
      .references(() => statuses.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.fromStatusId] }),
    ...keptByAdministrators(sql`exists (select from ${activities} a where a.id = ${t.activityId})`),
  ],
)
