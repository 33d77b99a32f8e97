import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { deletes, inserts, reads } from './policies.ts'
import { tickets } from './tickets.ts'

/** A further contact on a ticket. `ticketUpdatedAt` follows the ticket by trigger: the order of "my tickets". */
export const participants = pgTable(
  'participants',
  {
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    contactId: reference()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    ticketUpdatedAt: moment().notNull().defaultNow(),
    addedAt: now(),
  },
  (t) => {
    const onVisibleTicket = sql`exists (select from ${tickets} t where t.id = ${t.ticketId})`
    const mayInvite = sql`v7_may_invite(${t.ticketId}, ${t.contactId})`
    return [
      primaryKey({ columns: [t.ticketId, t.contactId] }),
      index().on(t.contactId, t.ticketUpdatedAt, t.ticketId),
      reads('read', onVisibleTicket),
      inserts('create', mayInvite),
      deletes('delete', mayInvite),
    ]
  },
)
