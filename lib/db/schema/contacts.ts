import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { companies } from './companies.ts'
import { customerGroups } from './customer-groups.ts'
import { mailWishes } from './mail-wishes.ts'
import { deletes, ids, inserts, isContact, isEngineer, me, reads, updates } from './policies.ts'

/** A person of a customer group. What colleagues may know is here; the rest is in `contactDetails`. */
export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id),
    companyId: reference().references(() => companies.id),
    name: text().notNull(),
    externalId: text(),
    active: boolean().notNull().default(true),
    createdAt: now(),
  },
  (t) => {
    const group = (list: string) => sql`${isEngineer} and ${t.customerGroupId} = any (${ids(list)}::bigint[])`
    return [
      index().on(t.companyId, t.name),
      index().on(t.customerGroupId, t.name),
      unique().on(t.customerGroupId, t.externalId),
      reads(
        'read',
        sql`(${group('read_groups')}) or (${isContact} and (${t.id} = ${me} or ${t.companyId} = (select viewer_id('company'))))`,
      ),
      inserts('create', group('write_groups')),
      updates('change', sql`${group('write_groups')} and ${t.customerGroupId} = any (${ids('read_groups')}::bigint[])`),
      deletes('delete', group('delete_groups')),
    ]
  },
)

/** What only the contact itself and the engineers of its customer group may read. */
export const contactDetails = pgTable(
  'contact_details',
  {
    contactId: reference()
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    email: text(),
    phone: text(),
    locale: text(),
    scheme: text({ enum: ['light', 'dark'] }),
    ...mailWishes(),
    fields: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    changedAt: moment(),
  },
  (t) => {
    const reachable = sql`${t.contactId} = ${me} or (${isEngineer} and exists (select from ${contacts} c where c.id = ${t.contactId}))`
    const writable = sql`${t.contactId} = ${me} or (${isEngineer} and exists (select from ${contacts} c where c.id = ${t.contactId} and c.customer_group_id = any (${ids('write_groups')}::bigint[])))`
    return [
      index('contact_email').on(sql`lower(${t.email})`),
      reads('read', reachable),
      inserts('create', writable),
      updates('change', writable),
    ]
  },
)
