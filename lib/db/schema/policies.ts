import { type SQL, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'

// Every setting is read inside `(select …)`, so that PostgreSQL evaluates it once a query and not once a row.

export const isEngineer = sql`(select viewer_kind()) = 'engineer'`
export const isContact = sql`(select viewer_kind()) = 'contact'`
export const isSystem = sql`(select viewer_kind()) = 'system'`
export const isAnyone = sql`(select viewer_kind()) in ('contact', 'engineer')`
/** An engineer looks through the contact's eyes. */
export const isViewing = sql`(select viewer_id('viewing')) is not null`
export const mayAdminister = sql`(select viewer_has('administer'))`
export const me = sql`(select viewer_id('contact'))`
export const myEngineer = sql`(select viewer_id('engineer'))`

/** The viewer's id list of this name: `read_queues`, `read_groups`, `visible_classes` … */
export const ids = (name: string) => sql`(select viewer_ids(${sql.raw(`'${name}'`)}))`

export const reads = (name: string, using: SQL) => pgPolicy(name, { for: 'select', using })
export const inserts = (name: string, withCheck: SQL) => pgPolicy(name, { for: 'insert', withCheck })
export const updates = (name: string, using: SQL, withCheck: SQL = using) =>
  pgPolicy(name, { for: 'update', using, withCheck })
export const deletes = (name: string, using: SQL) => pgPolicy(name, { for: 'delete', using })

/** Read by those for whom `using` holds, and kept by administrators alone. */
export const keptByAdministrators = (using: SQL) => [
  reads('read', sql`${using} or ${mayAdminister}`),
  pgPolicy('administer', { for: 'all', using: mayAdminister, withCheck: mayAdminister }),
]
