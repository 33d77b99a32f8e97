import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { isSystem, mayAdminister, reads } from './policies.ts'

/** A mail to be sent to one contact, written in the transaction of what it tells. `messageId` stays over retries. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    template: text().notNull(),
    contactId: reference().notNull(),
    ticketId: reference(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    messageId: uuid().notNull().defaultRandom(),
    state: text({ enum: ['pending', 'sent', 'failed'] })
      .notNull()
      .default('pending'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: now(),
    lastError: text(),
    createdAt: now(),
    sentAt: moment(),
  },
  (t) => [
    index().on(t.nextAttemptAt).where(sql`${t.state} = 'pending'`),
    reads('read', mayAdminister),
    pgPolicy('send', { for: 'all', using: isSystem, withCheck: isSystem }),
  ],
)
