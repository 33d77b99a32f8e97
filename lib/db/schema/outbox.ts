import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { inserts, isAnyone, isEngineer, isSystem, mayAdminister, me, myEngineer, reads, updates } from './policies.ts'
import { registrations } from './registrations.ts'
import { tickets } from './tickets.ts'

/**
 * A mail to one contact or engineer, or to somebody who registered, written in the transaction of what it tells. What it says is put together when it is sent,
 * so that neither text nor secret rests here. `messageId` stays over retries; each waiting row has a job (trigger `wake_worker`).
 */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    template: text().notNull(),
    contactId: reference(),
    engineerId: reference(),
    /** To somebody who has no account yet. */
    registrationId: reference(),
    ticketId: reference(),
    entryId: reference(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    messageId: uuid().notNull().defaultRandom(),
    state: text({ enum: ['pending', 'sent', 'failed', 'skipped', 'collected'] })
      .notNull()
      .default('pending'),
    attempts: integer().notNull().default(0),
    nextAttemptAt: now(),
    /** The mail that tells this together with other news. */
    collectedIn: reference(),
    /** Why it did not go, by a key of the messages; `lastError` is what the mail server said. */
    problem: text(),
    lastError: text(),
    createdAt: now(),
    sentAt: moment(),
  },
  (t) => {
    const ownOrKnown = sql`${t.contactId} = ${me} or (${isEngineer} and (${t.engineerId} = ${myEngineer} or (${mayAdminister} and ${t.engineerId} is not null) or exists (select from ${contacts} c where c.id = ${t.contactId}) or exists (select from ${registrations} r where r.id = ${t.registrationId})))`
    return [
      index().on(t.nextAttemptAt).where(sql`${t.state} = 'pending'`),
      index().on(t.state, t.id),
      index('outbox_of_contact').on(t.contactId, t.createdAt),
      index('outbox_of_engineer').on(t.engineerId, t.createdAt),
      index('outbox_of_registration').on(t.registrationId),
      index('outbox_collected').on(t.collectedIn).where(sql`${t.collectedIn} is not null`),
      reads('read', mayAdminister),
      inserts(
        'enqueue',
        sql`${isAnyone} and ${t.state} = 'pending' and case when ${t.ticketId} is null then ${ownOrKnown} else exists (select from ${tickets} t where t.id = ${t.ticketId}) end`,
      ),
      updates('again', mayAdminister, sql`${mayAdminister} and ${t.state} = 'pending'`),
      pgPolicy('send', { for: 'all', using: isSystem, withCheck: isSystem }),
    ]
  },
)
