import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { CustomerListView } from '../customer-list.ts'
import { parseNameCursor } from '../name-cursor.ts'

/** The ids of one page of contacts or companies, by name: through the words, or group by group along the index. */
export function idsByName(
  table: 'contacts' | 'companies',
  view: CustomerListView,
  { group, limit }: { group: number | undefined; limit: number },
): SQL {
  const active = view.active === 'all' ? null : view.active === 'yes'
  const after = parseNameCursor(view.after)
  if (view.q) {
    const search = sql.raw(`search_${table}`)
    return sql`select found_id from ${search}(${view.q}, ${group ?? null}::bigint, ${active}::boolean,
      ${after?.name ?? null}::text, ${after?.id ?? null}::bigint, ${limit}::int)`
  }
  const backwards = readsBackwards(view)
  const cursor = backwards ? parseNameCursor(view.before) : after
  const beyond = backwards ? sql`<` : sql`>`
  const place = cursor ? sql` and (c.name, c.id) ${beyond} (${cursor.name}, ${cursor.id}::bigint)` : sql``
  const standing = active === null ? sql`` : active ? sql` and c.active` : sql` and not c.active`
  const direction = backwards ? sql`desc` : sql`asc`
  return sql`select page.id from unnest(viewer_ids('read_groups')) as one (group_id) cross join lateral (
      select c.id, c.name from ${sql.raw(table)} c where c.customer_group_id = one.group_id${standing}${place}
      order by c.name ${direction}, c.id ${direction} limit ${limit}
    ) page where ${group ?? null}::bigint is null or one.group_id = ${group ?? null}
    order by page.name ${direction}, page.id ${direction} limit ${limit}`
}

export function readsBackwards(view: CustomerListView): boolean {
  return !view.q && parseNameCursor(view.before) !== undefined && parseNameCursor(view.after) === undefined
}
