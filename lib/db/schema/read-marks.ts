import { sql } from 'drizzle-orm'
import { pgPolicy, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { now, reference } from './columns.ts'
import { me } from './policies.ts'
import { tickets } from './tickets.ts'

/** Up to when a contact has read a ticket. */
export const readMarks = pgTable(
  'read_marks',
  {
    contactId: reference().notNull(),
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    readAt: now(),
  },
  (t) => {
    const own = sql`${t.contactId} = ${me}`
    return [
      primaryKey({ columns: [t.contactId, t.ticketId] }),
      pgPolicy('own', { for: 'all', using: own, withCheck: sql`${own} and ticket_visible(${t.ticketId})` }),
    ]
  },
)
