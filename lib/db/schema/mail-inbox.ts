import { sql } from 'drizzle-orm'
import { bigint, boolean, check, integer, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'
import { isSystem, keptByAdministrators } from './policies.ts'

/**
 * The mailbox that replies come to, one row or none. Its password is sealed by a key that only the environment has. Of several
 * instances the one that holds the lease looks into it.
 */
export const mailInbox = pgTable(
  'mail_inbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().default(1),
    active: boolean().notNull().default(true),
    host: text().notNull(),
    port: integer().notNull(),
    security: text({ enum: ['tls', 'starttls', 'none'] }).notNull(),
    login: text().notNull(),
    sealedPassword: text().notNull(),
    folder: text().notNull(),
    /** Where a mail goes once it is handled. */
    doneFolder: text().notNull(),
    nextPollAt: moment().notNull().defaultNow(),
    leasedUntil: moment(),
    polledAt: moment(),
    reachedAt: moment(),
    /** What went wrong at the last look, by a key of the messages, and what the server said. */
    problem: text(),
    lastError: text(),
    failures: integer().notNull().default(0),
  },
  (t) => [
    check('one', sql`${t.id} = 1`),
    ...keptByAdministrators(isSystem),
    pgPolicy('poll', { for: 'all', using: isSystem, withCheck: isSystem }),
  ],
)
