import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ServiceHours } from '#lib/queues/service-hours.ts'
import { id, type Labels, labels, reference } from './columns.ts'
import { ids, isEngineer, keptByAdministrators } from './policies.ts'
import { textClasses } from './text-classes.ts'

/** A stream of tickets with its own fields, statuses, activities and text classes. */
export const queues = pgTable(
  'queues',
  {
    id: id(),
    key: text().notNull().unique(),
    kind: text({ enum: ['regular', 'faq'] })
      .notNull()
      .default('regular'),
    labels: labels(),
    descriptions: jsonb().$type<Labels>().notNull().default({}),
    icon: text().notNull().default('inbox'),
    position: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    engineerTextClassId: reference().references(() => textClasses.id),
    customerTextClassId: reference().references(() => textClasses.id),
    serviceHours: jsonb().$type<ServiceHours>(),
    answerMinutes: integer(),
  },
  (t) =>
    keptByAdministrators(
      sql`v1_queue_readable(${t.id}, ${ids('read_queues')}) or ${t.id} = any (${ids('create_queues')}::bigint[])`,
    ),
)

export const queueTextClasses = pgTable(
  'queue_text_classes',
  {
    queueId: reference()
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    textClassId: reference()
      .notNull()
      .references(() => textClasses.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.queueId, t.textClassId] }), ...keptByAdministrators(isEngineer)],
)
