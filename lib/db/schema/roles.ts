import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { isEngineer, keptByAdministrators } from './policies.ts'
import { queues } from './queues.ts'

/** A named set of grants. Grants only add up; an absent row grants nothing and nothing denies. */
export const roles = pgTable(
  'roles',
  {
    id: id(),
    name: text().notNull().unique(),
    description: text().notNull().default(''),
    ownCompany: boolean().notNull().default(false),
    administer: boolean().notNull().default(false),
    manageNews: boolean().notNull().default(false),
    manageFaq: boolean().notNull().default(false),
    /** Not a grant: whoever has the role, contacts through their profile too, signs in with a second factor. */
    secondFactor: boolean().notNull().default(false),
  },
  () => keptByAdministrators(isEngineer),
)

export const queueGrants = pgTable(
  'queue_grants',
  {
    roleId: reference()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
    queueId: reference()
      .notNull()
      .references(() => queues.id, { onDelete: 'cascade' }),
    read: boolean().notNull().default(false),
    write: boolean().notNull().default(false),
    append: boolean().notNull().default(false),
    create: boolean().notNull().default(false),
    execute: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.roleId, t.queueId] }), index().on(t.queueId), ...keptByAdministrators(isEngineer)],
)

export const groupGrants = pgTable(
  'group_grants',
  {
    roleId: reference()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    read: boolean().notNull().default(false),
    write: boolean().notNull().default(false),
    modifyAccounts: boolean().notNull().default(false),
    delete: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.roleId, t.customerGroupId] }),
    index().on(t.customerGroupId),
    ...keptByAdministrators(isEngineer),
  ],
)
