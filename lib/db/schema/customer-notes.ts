import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { engineers } from './engineers.ts'
import { deletes, ids, inserts, isEngineer, myEngineer, reads } from './policies.ts'

/** What engineers remember about a contact or a company. Customers never see it. */
export const customerNotes = pgTable(
  'customer_notes',
  {
    id: id(),
    contactId: reference().references(() => contacts.id, { onDelete: 'cascade' }),
    companyId: reference().references(() => companies.id, { onDelete: 'cascade' }),
    engineerId: reference()
      .notNull()
      .references(() => engineers.id),
    body: text().notNull(),
    createdAt: now(),
  },
  (t) => {
    const within = (list: string) => sql`${isEngineer} and (
      exists (select from ${contacts} c where c.id = ${t.contactId} and c.customer_group_id = any (${ids(list)}::bigint[]))
      or exists (select from ${companies} c where c.id = ${t.companyId} and c.customer_group_id = any (${ids(list)}::bigint[])))`
    return [
      check('about_one', sql`num_nonnulls(${t.contactId}, ${t.companyId}) = 1`),
      index().on(t.contactId, t.id),
      index().on(t.companyId, t.id),
      index().on(t.engineerId),
      reads('read', within('read_groups')),
      inserts('create', sql`(${within('write_groups')}) and ${t.engineerId} = ${myEngineer}`),
      deletes('delete', within('write_groups')),
    ]
  },
)
