import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { isEngineer, keptByAdministrators } from './policies.ts'

/** A host name under which the portal is reached, with the theme of its sign-in page. */
export const hosts = pgTable('hosts', { host: text().primaryKey(), theme: text().notNull() }, () =>
  keptByAdministrators(isEngineer),
)

/** The customer groups whose contacts sign in at the host; none means all. */
export const hostGroups = pgTable(
  'host_groups',
  {
    host: text()
      .notNull()
      .references(() => hosts.host, { onDelete: 'cascade', onUpdate: 'cascade' }),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.host, t.customerGroupId] }), ...keptByAdministrators(isEngineer)],
)
