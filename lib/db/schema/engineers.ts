import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { isEngineer, keptByAdministrators } from './policies.ts'
import { roles } from './roles.ts'

/** Users of the desk, and the profiles (`isTrack`) whose roles many contacts share. A profile never signs in. */
export const engineers = pgTable(
  'engineers',
  {
    id: id(),
    login: text().notNull(),
    name: text().notNull(),
    email: text(),
    isTrack: boolean().notNull().default(false),
    active: boolean().notNull().default(true),
    locale: text().notNull().default('en'),
    ldapId: text(),
    passwordHash: text(),
    passwordScheme: text(),
    mustChangePassword: boolean().notNull().default(false),
    lastSignInAt: moment(),
    createdAt: now(),
  },
  (t) => [
    // The normal form of a login, as `credential_of_login` compares it.
    uniqueIndex('engineer_login_normal').on(sql`lower(trim(normalize(${t.login}, nfkc)))`),
    index().on(t.name, t.id),
    ...keptByAdministrators(isEngineer),
  ],
)

export const engineerRoles = pgTable(
  'engineer_roles',
  {
    engineerId: reference()
      .notNull()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    roleId: reference()
      .notNull()
      .references(() => roles.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.engineerId, t.roleId] }), index().on(t.roleId), ...keptByAdministrators(isEngineer)],
)
