import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, now, reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { engineers } from './engineers.ts'
import { deletes, ids, inserts, isEngineer, me, reads, updates } from './policies.ts'

/**
 * A contact's way into the portal. `loginNormal` is the login's one normal form (NFKC, lower case, trimmed), unique over
 * all customers. The application role cannot select `passwordHash`; only `credential_of_login` hands it out.
 */
export const accounts = pgTable(
  'accounts',
  {
    contactId: reference()
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    login: text().notNull(),
    loginNormal: text().notNull().unique(),
    profileId: reference().references(() => engineers.id),
    ldapId: text(),
    passwordHash: text(),
    passwordScheme: text(),
    mustChangePassword: boolean().notNull().default(false),
    disabled: boolean().notNull().default(false),
    lockedUntil: moment(),
    lastSignInAt: moment(),
    createdAt: now(),
  },
  (t) => {
    const contactIn = (list: string) =>
      sql`${isEngineer} and exists (select from ${contacts} c where c.id = ${t.contactId} and c.customer_group_id = any (${ids(list)}::bigint[]))`
    return [
      index().on(t.profileId, t.contactId),
      index().on(t.ldapId),
      reads('read', sql`${t.contactId} = ${me} or (${contactIn('read_groups')})`),
      inserts('create', contactIn('account_groups')),
      updates('change', contactIn('account_groups')),
      deletes('delete', contactIn('account_groups')),
    ]
  },
)
