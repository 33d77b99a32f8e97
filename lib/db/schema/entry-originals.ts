import { sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { entries } from './entries.ts'
import { inserts, me, myEngineer, reads } from './policies.ts'

/** The whole text of a mail of which an entry shows only what was new: without what it quotes, and without its signature. */
export const entryOriginals = pgTable(
  'entry_originals',
  {
    entryId: reference()
      .primaryKey()
      .references(() => entries.id, { onDelete: 'cascade' }),
    body: text().notNull(),
  },
  (t) => {
    const entry = sql`select from ${entries} e where e.id = ${t.entryId}`
    return [
      reads('read', sql`exists (${entry})`),
      inserts(
        'create',
        sql`exists (${entry} and e.kind = 'mail_in' and (e.author_contact_id = ${me} or e.author_engineer_id = ${myEngineer}))`,
      ),
    ]
  },
)
