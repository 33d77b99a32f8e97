import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, unique } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { inserts, isEngineer, me, reads, updates } from './policies.ts'
import { tickets } from './tickets.ts'

/** One ticket lent to one colleague: perhaps read-only, perhaps until a date (V7). */
export const shares = pgTable(
  'shares',
  {
    id: id(),
    ticketId: reference()
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    contactId: reference()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    sharedById: reference()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    readOnly: boolean().notNull().default(false),
    until: moment(),
    endedAt: moment(),
    ticketUpdatedAt: moment().notNull().defaultNow(),
    createdAt: now(),
  },
  (t) => {
    // Nobody lends in another's name: what a share shows follows the sight of its sharer.
    const mayInvite = sql`v7_may_invite(${t.ticketId}, ${t.contactId}) and (${isEngineer} or ${t.sharedById} = ${me})`
    return [
      unique().on(t.ticketId, t.contactId, t.sharedById),
      index().on(t.contactId, t.ticketUpdatedAt, t.ticketId),
      reads('read', sql`exists (select from ${tickets} t where t.id = ${t.ticketId})`),
      inserts('create', mayInvite),
      updates('change', mayInvite),
    ]
  },
)
