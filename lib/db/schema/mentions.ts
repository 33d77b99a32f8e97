import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { moment, now, reference } from './columns.ts'
import { engineers } from './engineers.ts'
import { entries } from './entries.ts'
import { isEngineer, myEngineer } from './policies.ts'
import { tickets } from './tickets.ts'

/** An engineer called to a ticket by a colleague: the last time, by which entry, and when it was seen. */
export const mentions = pgTable(
  'mentions',
  {
    engineerId: reference()
      .notNull()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    entryId: reference()
      .notNull()
      .references(() => entries.id, { onDelete: 'cascade' }),
    mentionedAt: now(),
    seenAt: moment(),
  },
  (t) => {
    const reachable = sql`${isEngineer} and (${t.engineerId} = ${myEngineer} or ticket_visible(${t.ticketId}))`
    return [
      primaryKey({ columns: [t.engineerId, t.ticketId] }),
      index('mentions_of_engineer').on(t.engineerId, t.mentionedAt, t.ticketId),
      index('unseen_mentions').on(t.engineerId).where(sql`${t.seenAt} is null`),
      index().on(t.ticketId),
      pgPolicy('reach', {
        for: 'all',
        using: reachable,
        withCheck: sql`${isEngineer} and ticket_visible(${t.ticketId})`,
      }),
    ]
  },
)
