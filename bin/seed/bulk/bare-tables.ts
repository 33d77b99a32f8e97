import type postgres from 'postgres'

type Definition = { table: string; name: string; definition: string }

/** What was taken off tables to fill them faster, and how to put it back. */
export type Stripped = { indexes: Definition[]; foreignKeys: Definition[]; tables: string[] }

/**
 * Takes triggers, foreign keys and non-unique indexes off the tables: checked row by row they would take most of the
 * time, built and checked once at the end they take a tenth of it.
 */
export async function strip(sql: postgres.Sql, tables: string[]): Promise<Stripped> {
  const foreignKeys = await sql<Definition[]>`
    select c.conrelid::regclass::text as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c where c.contype = 'f' and c.conrelid = any (${tables}::regclass[])`
  const indexes = await sql<Definition[]>`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i where not i.indisunique and i.indrelid = any (${tables}::regclass[])`
  for (const table of tables) await sql`alter table ${sql(table)} disable trigger user`
  for (const { table, name } of foreignKeys) await sql`alter table ${sql(table)} drop constraint ${sql(name)}`
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`)
  return { indexes, foreignKeys, tables }
}

/** Puts the indexes of these tables back. */
export async function restoreIndexes(sql: postgres.Sql, { indexes }: Stripped, tables: string[]): Promise<void> {
  for (const { table, definition } of indexes) if (tables.includes(table)) await sql.unsafe(definition)
}

/** Puts everything else back; a row that points nowhere fails here. */
export async function restoreChecks(sql: postgres.Sql, { foreignKeys, tables }: Stripped): Promise<void> {
  for (const { table, name, definition } of foreignKeys) {
    await sql.unsafe(`alter table ${table} add constraint "${name}" ${definition}`)
  }
  for (const table of tables) await sql`alter table ${sql(table)} enable trigger user`
}
