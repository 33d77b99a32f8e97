import { sql } from 'drizzle-orm'
import { boolean, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, now } from './columns.ts'
import { isSystem, keptByAdministrators } from './policies.ts'

/** A key that signs the mails of a sender domain (DKIM, RFC 6376). The private half is sealed by the environment's secret. */
export const dkimKeys = pgTable(
  'dkim_keys',
  {
    id: id(),
    domain: text().notNull(),
    /** Where the public half stands in the DNS: `<selector>._domainkey.<domain>`. */
    selector: text().notNull(),
    publicKey: text().notNull(),
    sealedKey: text().notNull(),
    /** Of a domain's keys one at most signs; a new one is published first. */
    signs: boolean().notNull().default(false),
    createdAt: now(),
  },
  (t) => [
    uniqueIndex('dkim_selector').on(t.domain, t.selector),
    uniqueIndex('dkim_signer').on(t.domain).where(sql`${t.signs}`),
    ...keptByAdministrators(isSystem),
  ],
)
