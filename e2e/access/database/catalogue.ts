import type { Sql } from 'postgres'

/** Names of all tables of the public schema that the current role may read, in whole or by some columns. */
export async function readableTables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and has_any_column_privilege(c.oid, 'select') order by 1`
  return rows.map(({ name }) => name)
}

/** Those of the tables in which the current role, as the viewer now set, finds a row. */
export async function tablesWithRows(sql: Pick<Sql, 'unsafe'>, names: string[]): Promise<string[]> {
  const counts = names.map((name) => `select '${name}' as name where exists (select from "${name}")`)
  const rows = await sql.unsafe<{ name: string }[]>(counts.join(' union all '))
  return rows.map(({ name }) => name).toSorted()
}
