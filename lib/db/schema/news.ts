import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { id, labels, moment, now, reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { isContact, isEngineer, mayAdminister, reads } from './policies.ts'

const manages = sql`(select viewer_has('manage_news')) or ${mayAdminister}`
const kept = (name: string) => pgPolicy(name, { for: 'all', using: manages, withCheck: manages })

/** An announcement on the welcome page, for some customer groups or (none named) for all, between two moments. */
export const news = pgTable(
  'news',
  { id: id(), titles: labels(), bodies: labels(), visibleFrom: now(), visibleTo: moment() },
  (t) => [
    index().on(t.visibleFrom),
    reads('read', sql`${isEngineer} or (${isContact} and v8_news_visible(${t.id}, ${t.visibleFrom}, ${t.visibleTo}))`),
    kept('manage'),
  ],
)

export const newsGroups = pgTable(
  'news_groups',
  {
    newsId: reference()
      .notNull()
      .references(() => news.id, { onDelete: 'cascade' }),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.newsId, t.customerGroupId] }), reads('read', isEngineer), kept('administer')],
)
