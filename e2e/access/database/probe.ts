import type { Sql, TransactionSql } from 'postgres'
import type { Observer } from './observe.ts'

/** A statement, and the decision of the oracle that it would carry out. */
export type Attempt = { readonly decision: string; readonly statement: string }

/** Tries each statement as the viewer in the application's role and takes it back; the decisions that went through. */
export async function succeeding(superuser: Sql, viewer: Observer, attempts: Attempt[]): Promise<Set<string>> {
  return superuser.begin(async (sql) => {
    await become(sql, viewer)
    const rows = await sql<{ decision: string }[]>`
      select decision from jsonb_to_recordset(${JSON.stringify(attempts)}::text::jsonb) as a (decision text, statement text)
      where probe.succeeds(statement)`
    return new Set(rows.map(({ decision }) => decision))
  })
}

/**
 * Changes a column of a whole table as the viewer, without a condition: a policy on reading is asked only of statements
 * that read. Answers the keys of the rows that changed, and takes it back.
 */
export async function changedBlindly(
  superuser: Sql,
  viewer: Observer,
  table: string,
  set: string,
  key: string,
): Promise<string[]> {
  const undone = new Error('taken back')
  let keys: string[] = []
  await superuser
    .begin(async (sql) => {
      await become(sql, viewer)
      await sql.unsafe(`update ${table} set ${set}`)
      await sql`reset role`
      const rows = await sql.unsafe<{ key: string }[]>(
        `select (${key})::text as key from ${table} where xmin::text = pg_current_xact_id()::xid::text`,
      )
      keys = rows.map((row) => row.key)
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone && !isRefusal(error)) throw error
    })
  return keys
}

/** The function that tries: true where the statement changed a row; false where it was refused or found none. */
export async function prepare(superuser: Sql): Promise<void> {
  await superuser.unsafe(`
    create schema probe;
    grant usage on schema probe to portico_app;
    create function probe.succeeds(statement text) returns boolean language plpgsql volatile as $$
    declare
      changed int;
    begin
      begin
        execute statement;
        get diagnostics changed = row_count;
        raise exception 'taken back' using errcode = 'PRB01';
      exception
        when sqlstate 'PRB01' then return changed > 0;
        when insufficient_privilege or read_only_sql_transaction then return false;
      end;
    end $$`)
}

async function become(sql: TransactionSql, viewer: Observer): Promise<void> {
  await sql`set local role portico_app`
  if (viewer.kind === 'viewing-as') await sql`select act_as_viewing(${viewer.engineer}, ${viewer.contact})`
  else await sql`select act_as(${viewer.kind}, ${viewer.kind === 'contact' ? viewer.contact : viewer.engineer})`
}

/** A policy, or a privilege that the role does not have; or a transaction that may only read. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '42501' || error.code === '25006')
}
