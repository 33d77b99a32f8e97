import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { MailFile } from '#lib/mail-in/mail.ts'
import { id, moment, now, reference } from './columns.ts'
import { engineers } from './engineers.ts'
import { isSystem, mayAdminister, reads, updates } from './policies.ts'

/**
 * A mail that came in, and what became of it. `digest` is made of its Message-ID, sender and body: the same mail, by whatever way
 * and however often, is one row. `contactId` and `ticketId` are those of its reply address, whose seal was right; the mail itself
 * lies in the store until it is handled, then `fileId` is null.
 */
export const mailsIn = pgTable(
  'mails_in',
  {
    id: id(),
    digest: text().notNull().unique(),
    source: text({ enum: ['imap', 'pipe'] }).notNull(),
    messageId: text(),
    /** The address alone, in lower case; empty where the mail names none, or several. */
    sender: text().notNull(),
    senderName: text().notNull().default(''),
    subject: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    files: jsonb().$type<MailFile[]>().notNull().default([]),
    state: text({ enum: ['taken', 'held', 'stopped', 'noted', 'discarded'] }).notNull(),
    /** Why it is held or was stopped, by a key of the messages. */
    reason: text(),
    contactId: reference(),
    ticketId: reference(),
    entryId: reference(),
    fileId: uuid(),
    storageKey: text(),
    handledById: reference().references(() => engineers.id),
    handledAt: moment(),
    /** Why an engineer threw it away. */
    note: text(),
    createdAt: now(),
  },
  (t) => [
    index().on(t.state, t.id),
    index().on(t.sender, t.createdAt),
    index().on(t.handledById),
    index().on(t.fileId).where(sql`${t.fileId} is not null`),
    reads('read', mayAdminister),
    updates('handle', sql`${mayAdminister} and ${t.state} = 'held'`, mayAdminister),
    pgPolicy('receive', { for: 'all', using: isSystem, withCheck: isSystem }),
  ],
)
