import { sql } from 'drizzle-orm'
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { engineers } from './engineers.ts'
import { isEngineer, mayAdminister, myEngineer, reads } from './policies.ts'
import { sessions } from './sessions.ts'

/**
 * An engineer looking through a customer's eyes, for a reason and not longer than `until`. While one is open its session
 * is no engineer's but a viewer that reads as the contact. Begun and ended by functions alone, which write the audit log.
 */
export const viewings = pgTable(
  'viewings',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    engineerId: reference()
      .notNull()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    contactId: reference()
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    startedAt: now(),
    until: moment().notNull(),
    endedAt: moment(),
    endReason: text({ enum: ['ended', 'expired', 'replaced', 'refused', 'session_ended'] }),
  },
  (t) => [
    uniqueIndex('open_viewing_of_session').on(t.sessionId).where(sql`${t.endedAt} is null`),
    index().on(t.contactId),
    index().on(t.engineerId),
    reads('read', sql`(${isEngineer} and ${t.engineerId} = ${myEngineer}) or ${mayAdminister}`),
  ],
)
