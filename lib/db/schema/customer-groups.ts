import { sql } from 'drizzle-orm'
import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { id, labels, reference } from './columns.ts'
import { ids, isContact, isEngineer, keptByAdministrators } from './policies.ts'

/** Companies and contacts under one data model; says whether they have a portal and how accounts get their profile. */
export const customerGroups = pgTable(
  'customer_groups',
  {
    id: id(),
    key: text().notNull().unique(),
    labels: labels(),
    hasCompanies: boolean().notNull().default(true),
    portalEnabled: boolean().notNull().default(false),
    accountAssignment: text({ enum: ['none', 'manual', 'fixed'] })
      .notNull()
      .default('manual'),
    // References engineers.id by a constraint in the migration: the two tables point at each other.
    fixedProfileId: reference(),
    theme: text(),
    // Patterns such as `{last_name}, {first_name}`, by which a trigger keeps the names; null where they are typed.
    companyName: text(),
    contactName: text(),
  },
  (t) =>
    keptByAdministrators(
      sql`(${isEngineer} and ${t.id} = any (${ids('read_groups')}::bigint[])) or (${isContact} and ${t.id} = (select viewer_id('customer_group')))`,
    ),
)
