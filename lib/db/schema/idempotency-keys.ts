import { sql } from 'drizzle-orm'
import { index, jsonb, pgPolicy, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { isEngineer, me, myEngineer } from './policies.ts'

/** The result of a command by the key that its form carried, so that sending the form twice does the work once. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: id(),
    contactId: reference(),
    engineerId: reference(),
    key: uuid().notNull(),
    result: jsonb(),
    createdAt: now(),
  },
  (t) => {
    const own = sql`${t.contactId} = ${me} or (${isEngineer} and ${t.engineerId} = ${myEngineer})`
    return [
      unique().on(t.contactId, t.key),
      unique().on(t.engineerId, t.key),
      index().on(t.createdAt),
      pgPolicy('own', { for: 'all', using: own, withCheck: own }),
    ]
  },
)
