import { sql } from 'drizzle-orm'
import type { Writer } from './connection.ts'

/** Takes so many ids of a table, so that rows can name one another before they are written. */
export async function takeIds(db: Writer, table: string, count: number): Promise<number[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count})`,
  )
  return rows.map((row) => Number(row.id))
}

/** Ids by the names that the demo gives its things. */
export type Ids<Key extends string = string> = { of(key: Key): number; found(key: Key): number | undefined }

export function idsBy<Key extends string>(pairs: Iterable<readonly [Key, number]>, what: string): Ids<Key> {
  const ids = new Map<string, number>(pairs)
  return {
    found: (key) => ids.get(key),
    of(key) {
      const id = ids.get(key)
      if (id === undefined) throw new Error(`the demo has no ${what} named ${key}`)
      return id
    },
  }
}

/** Writes in portions: a statement has at most 65,535 parameters. */
export async function inPortions<Row>(
  rows: Row[],
  write: (portion: Row[]) => Promise<unknown>,
  size = 1000,
): Promise<void> {
  for (let from = 0; from < rows.length; from += size) await write(rows.slice(from, from + size))
}
