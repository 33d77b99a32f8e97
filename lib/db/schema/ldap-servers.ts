import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, now } from './columns.ts'
import { isSystem, keptByAdministrators } from './policies.ts'

/**
 * A directory against which people sign in; several are tried in the order of their names. `bindPassword` is sealed by a key
 * of the environment, and the application role cannot select it; only `ldap_servers_for` and `ldap_bind_password` hand it out.
 */
export const ldapServers = pgTable(
  'ldap_servers',
  {
    id: id(),
    name: text().notNull(),
    active: boolean().notNull().default(true),
    forContacts: boolean().notNull().default(true),
    forEngineers: boolean().notNull().default(false),
    url: text().notNull(),
    startTls: boolean().notNull().default(false),
    /** Certificates in PEM that are trusted in place of the system's. */
    ca: text(),
    baseDn: text().notNull(),
    /** Without one, people are searched for anonymously. */
    bindDn: text(),
    bindPassword: text(),
    /** The attribute that holds the name, where no filter asks for it by `{login}`. */
    nameAttribute: text().notNull().default('uid'),
    filter: text(),
    identityAttribute: text({ enum: ['entryUUID', 'objectGUID'] })
      .notNull()
      .default('entryUUID'),
    connectMs: integer().notNull().default(1500),
    answerMs: integer().notNull().default(2000),
    createdAt: now(),
  },
  (t) => [uniqueIndex('ldap_server_name').on(sql`lower(trim(${t.name}))`), ...keptByAdministrators(isSystem)],
)
