import 'server-only'
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

export type Sort = 'activity' | 'number'

/** A place in an ordered list, which survives rows that come and go: the sort key (microseconds since 1970, or the number) and the id. */
export type Cursor = { key: string; id: number }

/** Written `key.id` in addresses. Undefined for anything else: a list then starts at its beginning. */
export function parseCursor(text: string | undefined): Cursor | undefined {
  const match = /^(\d{1,16})\.(\d{1,15})$/.exec(text ?? '')
  return match?.[1] && match[2] ? { key: match[1], id: Number(match[2]) } : undefined
}

/** A row's place as text, made in the database because a JavaScript date has no microseconds. */
export function cursorText(sort: Sort, key: AnyColumn | SQL, id: AnyColumn | SQL): SQL<string> {
  return sort === 'number'
    ? sql<string>`${key} || '.' || ${id}`
    : sql<string>`(extract(epoch from ${key}) * 1000000)::bigint || '.' || ${id}`
}

/** Whether a row lies beyond the place, in the direction of reading. */
export function beyond(cursor: Cursor, sort: Sort, direction: 'older' | 'newer', key: AnyColumn, id: AnyColumn): SQL {
  const at = sort === 'number' ? sql`${cursor.key}::bigint` : cursorMoment(cursor)
  return direction === 'older'
    ? sql`(${key}, ${id}) < (${at}, ${cursor.id})`
    : sql`(${key}, ${id}) > (${at}, ${cursor.id})`
}

export function cursorMoment({ key }: Cursor): SQL {
  return sql`(timestamptz 'epoch' + ${key}::bigint * interval '1 microsecond')`
}
