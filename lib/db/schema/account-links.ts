import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { registrations } from './registrations.ts'

/**
 * A link in a mail by which its owner chooses a password, once; that of a registration confirms the address, too. Here is only the SHA-256 (hex) of what the link holds. No policy:
 * reached only through functions.
 */
export const accountLinks = pgTable(
  'account_links',
  {
    id: id(),
    purpose: text({ enum: ['reset', 'invitation', 'registration'] }).notNull(),
    contactId: reference(),
    engineerId: reference(),
    registrationId: reference().references(() => registrations.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull().unique(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: now(),
  },
  (t) => [index().on(t.contactId), index().on(t.engineerId), index().on(t.registrationId)],
).enableRLS()
