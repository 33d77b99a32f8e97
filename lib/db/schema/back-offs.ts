import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** Failed sign-ins of an account or an address. No policy: reached only through the sign-in functions. */
export const backOffs = pgTable('back_offs', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: moment().notNull(),
  until: moment(),
  /** When the owner was told that the account waits. */
  toldAt: moment(),
}).enableRLS()
