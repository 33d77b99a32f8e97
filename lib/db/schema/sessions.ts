import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, now, reference } from './columns.ts'
import { isEngineer, mayAdminister, me, myEngineer, reads, updates } from './policies.ts'

/** A sign-in. The cookie holds a random id; here is only its SHA-256 (hex). */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey().defaultRandom(),
    tokenHash: text().notNull().unique(),
    contactId: reference(),
    engineerId: reference(),
    device: text().notNull().default(''),
    address: text(),
    startedAt: now(),
    lastUsedAt: now(),
    expiresAt: moment().notNull(),
    idleMinutes: reference().notNull(),
    endedAt: moment(),
    endReason: text(),
    secondFactor: boolean().notNull().default(false),
    /** Whoever came otherwise than by a password that is kept here need not change an initial one. */
    provenBy: text({ enum: ['password', 'directory', 'oidc', 'passkey'] })
      .notNull()
      .default('password'),
  },
  (t) => {
    const own = sql`${t.contactId} = ${me} or (${isEngineer} and ${t.engineerId} = ${myEngineer}) or ${mayAdminister}`
    return [
      index().on(t.contactId).where(sql`${t.endedAt} is null`),
      index().on(t.engineerId).where(sql`${t.endedAt} is null`),
      index('living_sessions').on(t.lastUsedAt, t.id).where(sql`${t.endedAt} is null`),
      index('sessions_of_contact').on(t.contactId),
      index('sessions_of_engineer').on(t.engineerId),
      reads('read', own),
      updates('end', own),
    ]
  },
)
