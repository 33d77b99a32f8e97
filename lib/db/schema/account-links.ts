import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'

/**
 * A link in a mail by which its owner chooses a password, once. Here is only the SHA-256 (hex) of what the link holds. No policy:
 * reached only through functions.
 */
export const accountLinks = pgTable(
  'account_links',
  {
    id: id(),
    purpose: text({ enum: ['reset', 'invitation'] }).notNull(),
    contactId: reference(),
    engineerId: reference(),
    tokenHash: text().notNull().unique(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: now(),
  },
  (t) => [index().on(t.contactId), index().on(t.engineerId)],
).enableRLS()
