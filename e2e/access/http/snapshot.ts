import type { Sql } from 'postgres'

/**
 * What a mere request may touch: when a session was used last, that a viewing is over, the log of what was refused, the
 * counters of failures.
 */
const untold: Record<string, string[] | null> = {
  sessions: ['last_used_at'],
  viewings: ['ended_at', 'end_reason'],
  audit: null,
  back_offs: null,
}

/** Every row of every table as text, by table, for comparison. */
export async function snapshot(owner: Sql): Promise<Map<string, string[]>> {
  const tables = await owner<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const looked = tables.filter(({ name }) => untold[name] !== null)
  const rows = await owner.unsafe<{ name: string; rows: string[] }[]>(
    looked
      .map(
        ({ name }) => `select '${name}' as name, coalesce(array_agg(r::text order by r::text), '{}') as rows from (
        select to_jsonb(t) - array['${(untold[name] ?? []).join(`','`)}'] as r from ${name} t) all_of_it`,
      )
      .join(' union all '),
  )
  return new Map(rows.map((one) => [one.name, one.rows]))
}

/** The rows that came or went, each with its table. */
export function difference(before: Map<string, string[]>, after: Map<string, string[]>): string[] {
  return [...after].flatMap(([table, rows]) => {
    const old = new Set(before.get(table))
    const now = new Set(rows)
    return [
      ...rows.filter((row) => !old.has(row)).map((row) => `${table} + ${row}`),
      ...[...old].filter((row) => !now.has(row)).map((row) => `${table} - ${row}`),
    ]
  })
}
