import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { now, reference } from './columns.ts'
import { isEngineer, isViewing, me, myEngineer } from './policies.ts'

/** What somebody was writing, one a purpose (`comment:100234`, `create:service-desk`), until it is sent. */
export const drafts = pgTable(
  'drafts',
  {
    id: uuid().primaryKey().defaultRandom(),
    contactId: reference(),
    engineerId: reference(),
    purpose: text().notNull(),
    values: jsonb().$type<Record<string, string | string[]>>().notNull().default({}),
    problem: jsonb().$type<{
      code: string
      fields?: Record<string, string>
      detail?: Record<string, string | number>
    }>(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => {
    // What a customer has not sent yet is nobody else's to read.
    const own = sql`(${t.contactId} = ${me} and not ${isViewing}) or (${isEngineer} and ${t.engineerId} = ${myEngineer})`
    return [
      unique().on(t.contactId, t.purpose),
      unique().on(t.engineerId, t.purpose),
      index().on(t.purpose),
      pgPolicy('own', { for: 'all', using: own, withCheck: own }),
    ]
  },
)
