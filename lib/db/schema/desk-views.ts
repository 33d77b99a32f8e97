import { sql } from 'drizzle-orm'
import { integer, jsonb, pgPolicy, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { engineers } from './engineers.ts'
import { isEngineer, myEngineer } from './policies.ts'

/** A list of the desk under a name of its owner's own: what its address asks for, kept. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    engineerId: reference()
      .notNull()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    query: jsonb().$type<Record<string, string>>().notNull().default({}),
    position: integer().notNull().default(0),
    createdAt: now(),
  },
  (t) => {
    const own = sql`${isEngineer} and ${t.engineerId} = ${myEngineer}`
    return [unique().on(t.engineerId, t.name), pgPolicy('own', { for: 'all', using: own, withCheck: own })]
  },
)

/** How an engineer wants the desk: the columns of its lists, in their order. */
export const deskPreferences = pgTable(
  'desk_preferences',
  {
    engineerId: reference()
      .primaryKey()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    columns: text().array().notNull().default([]),
  },
  (t) => {
    const own = sql`${isEngineer} and ${t.engineerId} = ${myEngineer}`
    return [pgPolicy('own', { for: 'all', using: own, withCheck: own })]
  },
)
