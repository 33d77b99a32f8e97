import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { deletes, ids, inserts, isContact, isEngineer, reads, updates } from './policies.ts'

export const companies = pgTable(
  'companies',
  {
    id: id(),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id),
    name: text().notNull(),
    externalId: text(),
    theme: text(),
    fields: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    active: boolean().notNull().default(true),
    createdAt: now(),
  },
  (t) => {
    const group = (list: string) => sql`${isEngineer} and ${t.customerGroupId} = any (${ids(list)}::bigint[])`
    return [
      index().on(t.customerGroupId, t.name),
      unique().on(t.customerGroupId, t.externalId),
      reads('read', sql`(${group('read_groups')}) or (${isContact} and ${t.id} = (select viewer_id('company')))`),
      inserts('create', group('write_groups')),
      updates('change', sql`${group('write_groups')} and ${t.customerGroupId} = any (${ids('read_groups')}::bigint[])`),
      deletes('delete', group('delete_groups')),
    ]
  },
)
