import type { Sql, TransactionSql } from 'postgres'
import type { World } from '../oracle/world.ts'
import { type Row, type Table, tables } from './rows.ts'

/** Replaces whatever world the database holds by this one, as the owner of the tables. */
export async function load(owner: Sql, world: World): Promise<void> {
  await owner.begin(async (sql) => {
    const names = tables.map(({ name }) => name).join(', ')
    await sql.unsafe(`truncate ${names} cascade`)
    for (const table of tables) await insert(sql, table, table.rows(world))
  })
}

/** Turns the world `before` into `after` by the fewest inserts, updates and deletes, so that triggers see the changes. */
export async function change(owner: Sql, before: World, after: World): Promise<void> {
  await owner.begin(async (sql) => {
    const changes = tables.map((table) => ({ table, ...difference(table, table.rows(before), table.rows(after)) }))
    for (const { table, gone } of changes.toReversed()) for (const row of gone) await remove(sql, table, row)
    for (const { table, added, altered } of changes) {
      await insert(sql, table, added)
      for (const { row, columns } of altered) await update(sql, table, row, columns)
    }
  })
}

function difference(table: Table, before: Row[], after: Row[]) {
  const keyOf = (row: Row) => table.key.map((column) => String(row[column])).join(' ')
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const kept = new Set(after.map(keyOf))
  return {
    gone: before.filter((row) => !kept.has(keyOf(row))),
    added: after.filter((row) => !old.has(keyOf(row))),
    altered: after.flatMap((row) => {
      const was = old.get(keyOf(row))
      const columns = was ? Object.keys(row).filter((column) => !same(was[column], row[column])) : []
      return columns.length > 0 ? [{ row, columns }] : []
    }),
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function insert(sql: TransactionSql, { name }: Table, rows: Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = quoted(Object.keys(first))
  const text = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::text::jsonb)`
  await sql.unsafe(text, [JSON.stringify(rows)])
}

async function update(sql: TransactionSql, { name, key }: Table, row: Row, columns: string[]): Promise<void> {
  const set = columns.map((column) => `"${column}" = new."${column}"`).join(', ')
  const text = `update ${name} as old set ${set} from jsonb_populate_record(null::${name}, $1::text::jsonb) as new where ${matching(key)}`
  await sql.unsafe(text, [JSON.stringify(row)])
}

async function remove(sql: TransactionSql, { name, key }: Table, row: Row): Promise<void> {
  const text = `delete from ${name} as old using jsonb_populate_record(null::${name}, $1::text::jsonb) as new where ${matching(key)}`
  await sql.unsafe(text, [JSON.stringify(row)])
}

function matching(key: readonly string[]): string {
  return key.map((column) => `old."${column}" = new."${column}"`).join(' and ')
}

function quoted(columns: string[]): string {
  return columns.map((column) => `"${column}"`).join(', ')
}
