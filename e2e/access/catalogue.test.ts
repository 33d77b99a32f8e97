import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { readableTables, tablesWithRows } from './database/catalogue.ts'
import { definers } from './database/definers.ts'
import { load } from './database/load.ts'
import { everyTable } from './database/padding.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const app = postgres(database.appUrl, { max: 1, onnotice: () => {} })
const [world] = fc.sample(worlds, { seed: seeds.database.seed, numRuns: 1 })
if (!world) throw new Error('no world')

beforeAll(async () => {
  await load(owner, world)
  await everyTable(owner)
})
afterAll(async () => {
  await app.end()
  await owner.end()
  await database.drop()
})

const nothing = { rows: [] }
const found = async (query: Promise<object[]>) => ({ rows: [...(await query)] })

describe('without a viewer', () => {
  it('every table that the application may read holds rows, and it reads none of them', async () => {
    const names = await readableTables(app)
    expect(names.length).toBeGreaterThan(30)
    expect(await tablesWithRows(owner, names)).toEqual(names)
    expect(await tablesWithRows(app, names)).toEqual([])
  })
  it('a refused viewer leaves nothing readable behind, not even what an earlier one could read', async () => {
    const names = await readableTables(app)
    const left = await app.begin(async (sql) => {
      await sql`select act_as('engineer', e.id) from generate_series(1, 3) e(id)`
      await sql`select act_as('contact', c.id) from generate_series(1, 8) c(id)`
      const [row] = await sql`select act_as('contact', 999) as rights`
      expect(row).toEqual({ rights: null })
      return tablesWithRows(sql, names)
    })
    expect(left).toEqual([])
  })
  it('the viewer ends with the transaction', async () => {
    const names = await readableTables(app)
    await app.begin((sql) => sql`select act_as('engineer', e.id) from generate_series(1, 3) e(id)`)
    expect(await tablesWithRows(app, names)).toEqual([])
  })
  it('nothing can be changed', async () => {
    await expect(app`update tickets set subject = 'x'`).resolves.toHaveProperty('count', 0)
    await expect(app`update contacts set name = 'x'`).resolves.toHaveProperty('count', 0)
    await expect(app`delete from participants`).resolves.toHaveProperty('count', 0)
    await expect(app`insert into roles (name, administer) values ('root', true)`).rejects.toThrow(/row-level security/)
  })
})

describe('the application role', () => {
  it('owns nothing, is no superuser, cannot pass by row-level security, make roles or become another', async () => {
    const [role] = await app`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
        (select count(*)::int from pg_auth_members where member = r.oid) as memberships
      from pg_roles r where rolname = current_user`
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      tables: 0,
      functions: 0,
      schemas: 0,
      memberships: 0,
    })
  })
  it('may create nothing in a schema that functions search', async () => {
    const query = app`select nspname from pg_namespace where has_schema_privilege(oid, 'create') and nspname !~ '^pg_temp'`
    expect(await found(query)).toEqual(nothing)
  })
  it.each(['accounts', 'engineers'])('cannot read password hashes of %s', async (name) => {
    await expect(app.unsafe(`select password_hash from ${name}`)).rejects.toThrow(/permission denied/)
    await expect(app.unsafe(`select ${name} from ${name}`)).rejects.toThrow(/permission denied/)
    await expect(app.unsafe(`update ${name} set password_scheme = password_hash`)).rejects.toThrow(/permission denied/)
    await expect(app.unsafe(`delete from ${name} where password_hash like 'a%'`)).rejects.toThrow(/permission denied/)
  })
  it('cannot truncate, trigger on or refer to a table', async () => {
    const query = app`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and (has_table_privilege(oid, 'truncate') or has_table_privilege(oid, 'trigger') or has_table_privilege(oid, 'references'))`
    expect(await found(query)).toEqual(nothing)
  })
  it('cannot rewrite history: entries and audit are only added to', async () => {
    const query = app`
      select relname from pg_class where relname in ('entries', 'audit')
        and (has_any_column_privilege(oid, 'update') or has_table_privilege(oid, 'delete'))`
    expect(await found(query)).toEqual(nothing)
  })
})

describe('the schema', () => {
  it('has row-level security and at least one policy on every table that the application may touch', async () => {
    const query = owner`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (
        not c.relrowsecurity or (
          has_any_column_privilege('portico_app', c.oid, 'select, insert, update')
          and not exists (select from pg_policy p where p.polrelid = c.oid)))`
    expect(await found(query)).toEqual(nothing)
  })
  it('has no view through which a table could be read past its policies', async () => {
    const query = owner`
      select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
        and not coalesce(reloptions, '{}') @> '{security_invoker=true}'`
    expect(await found(query)).toEqual(nothing)
  })
  it('fixes the search path of every definer function, with the temporary schema last', async () => {
    const query = owner`
      select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`
    expect(await found(query)).toEqual(nothing)
  })
  it('has no function past the policies that nobody gave a reason for', async () => {
    const rows = await owner<{ name: string }[]>`
      select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
        and prorettype <> 'trigger'::regtype and has_function_privilege('portico_app', oid, 'execute')`
    expect(rows.map(({ name }) => name).filter((name) => !definers[name])).toEqual([])
  })
  it('indexes every column by which a policy reaches into another table', async () => {
    const query = owner`
      select c.conrelid::regclass::text || '.' || a.attname as column from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid in ('tickets'::regclass, 'contacts'::regclass)
        and c.conrelid in ('entries'::regclass, 'attachments'::regclass, 'field_values'::regclass, 'participants'::regclass,
          'shares'::regclass, 'accounts'::regclass)
        and a.attname in ('ticket_id', 'contact_id')
        and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = a.attnum)`
    expect(await found(query)).toEqual({ rows: [] })
  })
})
