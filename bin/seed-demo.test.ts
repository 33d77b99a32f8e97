import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import bcrypt from 'bcrypt'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { passwordProblem } from '#lib/auth/password-policy.ts'
import { passwordScheme } from '#lib/auth/passwords.ts'
import { createTestDatabase, type TestDatabase } from '#lib/db/testing.ts'
import type { SignIn } from './seed/demo/sign-ins.ts'
import { seedDemo } from './seed-demo.ts'

let database: TestDatabase
let sql: postgres.Sql
let dataDir: string
let signIns: SignIn[]

beforeAll(async () => {
  database = await createTestDatabase(inject('cluster'))
  dataDir = mkdtempSync(join(tmpdir(), 'portico-demo-'))
  sql = postgres(database.ownerUrl, { max: 1 })
  signIns = (await seedDemo({ ownerUrl: database.ownerUrl, dataDir })).signIns
}, 120_000)

afterAll(async () => {
  await sql?.end()
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const count = async (query: postgres.PendingQuery<postgres.Row[]>) => Number((await query)[0]?.count)

test('the world has the size that was asked for', async () => {
  expect(await count(sql`select count(*) from customer_groups where portal_enabled`)).toBe(3)
  expect(await count(sql`select count(*) from companies`)).toBe(12)
  expect(await count(sql`select count(*) from accounts`)).toBe(60)
  expect(await count(sql`select count(*) from engineers where is_track`)).toBe(5)
  expect(await count(sql`select count(*) from engineers where not is_track`)).toBe(8)
  expect(await count(sql`select count(*) from tickets`)).toBe(400)
  expect(await count(sql`select count(*) from tickets where is_faq`)).toBeGreaterThanOrEqual(20)
})

test('a second run changes nothing and names the same sign-ins', async () => {
  const before = await sql`select count(*), max(id) from entries`
  expect(await seedDemo({ ownerUrl: database.ownerUrl, dataDir })).toEqual({ signIns })
  expect(await sql`select count(*), max(id) from entries`).toEqual(before)
})

test('every sign-in works as the application asks for it', async () => {
  for (const { login, password } of signIns) {
    const [row] = await sql`
      select password_hash, password_scheme, refused from credential_of_login('contact', ${login})
      union all select password_hash, password_scheme, refused from credential_of_login('engineer', ${login})`
    expect(row, login).toMatchObject({ refused: false, password_scheme: passwordScheme() })
    expect(passwordProblem(password, 12, [login, 'portico'])).toBeNull()
  }
  const [row] = await sql`select distinct password_hash from accounts where password_hash is not null`
  const pepper = process.env.PASSWORD_PEPPER ?? ''
  const digest = createHmac('sha256', pepper)
    .update(signIns[0]?.password ?? '')
    .digest('base64')
  expect(await bcrypt.compare(digest, row?.password_hash)).toBe(true)
})

test('there is an account of every awkward kind', async () => {
  const kinds = await sql`select
    count(*) filter (where profile_id is null)::int as without_profile, count(*) filter (where disabled)::int as disabled,
    count(*) filter (where must_change_password)::int as must_change,
    count(*) filter (where ldap_id is not null and password_hash is null)::int as ldap from accounts`
  expect(kinds[0]).toEqual({ without_profile: 1, disabled: 1, must_change: 1, ldap: 1 })
  expect(
    await count(sql`select count(*) from contacts c join accounts a on a.contact_id = c.id where c.company_id is null`),
  ).toBeGreaterThan(0)
})

test('a fixed group gives all its contacts the one profile, an internal group gives no account', async () => {
  expect(
    await count(sql`select count(*) from accounts a join contacts c on c.id = a.contact_id
      join customer_groups g on g.id = c.customer_group_id
      where (g.account_assignment = 'fixed' and a.profile_id is distinct from g.fixed_profile_id) or g.account_assignment = 'none'`),
  ).toBe(0)
  const assignments = await sql`select account_assignment as how from customer_groups order by 1`
  expect(assignments.map(({ how }) => how)).toEqual(['fixed', 'manual', 'manual', 'none'])
})

test('each attachment is on disk as its row says', async () => {
  const rows = await sql`select id, storage_key, sha256, bytes from attachments`
  expect(rows.length).toBeGreaterThan(200)
  for (const { id, storage_key: key, sha256, bytes } of rows) {
    const content = readFileSync(join(dataDir, 'files', key))
    expect(key).toBe(`${sha256.slice(0, 2)}/${id}`)
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    expect(content.length).toBe(Number(bytes))
  }
})

test('what engineers keep among themselves is in no text and no search document of a customer', async () => {
  expect(
    await count(sql`select count(*) from entries hidden join text_classes c on c.id = hidden.text_class_id and not c.customer_visible
      join entries shown on shown.ticket_id = hidden.ticket_id and position(hidden.body in shown.body) > 0
      join text_classes v on v.id = shown.text_class_id and v.customer_visible where hidden.body <> ''`),
  ).toBe(0)
  const kulanz = sql`plainto_tsquery('german', 'Kulanz Dichtflächen')`
  expect(await count(sql`select count(*) from search_documents where all_words @@ ${kulanz}`)).toBeGreaterThan(0)
  expect(await count(sql`select count(*) from search_documents where customer_words @@ ${kulanz}`)).toBe(0)
})

test('every ticket can be searched, and all triggers are on again', async () => {
  expect(await count(sql`select count(*) from search_documents where customer_words <> ''`)).toBe(400)
  expect(await count(sql`select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'`)).toBe(0)
})

test('histories are ordered, lie between the creation and now, and end where the status says', async () => {
  const wrong = await sql`select t.number from tickets t left join entries e on e.ticket_id = t.id
    where e.created_at < t.created_at or e.created_at > now() or t.updated_at > now() or t.created_at < now() - interval '20 months'
      or (t.closed_at is not null) = t.is_open`
  expect(wrong).toEqual([])
  const backwards = await sql`select ticket_id from (
    select ticket_id, created_at < lag(created_at) over (partition by ticket_id order by id) as back from entries) e where back`
  expect(backwards).toEqual([])
})

test('the pages are tried: 60 entries, 40 files, none, 80 characters, other directions', async () => {
  const [extremes] = await sql`select
    (select max(n) from (select count(*) n from entries group by ticket_id) e)::int >= 60 as long,
    (select max(n) from (select count(*) n from attachments group by ticket_id) a)::int >= 40 as files,
    exists (select from tickets t where not exists (select from entries e where e.ticket_id = t.id)) as silent,
    exists (select from tickets where length(subject) >= 80) as wide,
    exists (select from tickets where subject ~ '[؀-ۿ]') as arabic,
    (select count(distinct name) from companies where name in ('AC', 'ACME'))::int = 2 as namesakes`
  expect(extremes).toEqual({ long: true, files: true, silent: true, wide: true, arabic: true, namesakes: true })
})

test('every customer of the list finds tickets, some of them unread, and every host leads to a theme', async () => {
  for (const login of ['lena.brandt', 'tom.whitfield', 'miriam.vogel', 'jonas.weber']) {
    const [found] = await sql`select count(*)::int as tickets, count(*) filter (where t.is_open)::int as open
      from tickets t join accounts a on a.contact_id = t.main_contact_id where a.login = ${login}`
    expect(found?.tickets, login).toBeGreaterThanOrEqual(10)
    expect(found?.open, login).toBeGreaterThanOrEqual(2)
  }
  expect(
    await count(sql`select count(*) from tickets t join read_marks r on r.ticket_id = t.id and r.contact_id = t.main_contact_id
      where r.read_at < t.customer_updated_at`),
  ).toBeGreaterThan(5)
  expect(
    (await sql`select host, theme from hosts order by 1`).map(({ host, theme }) => host === `${theme}.localhost`),
  ).toEqual([true, true, true])
})

test('values fit their fields, and no field of another queue is filled', async () => {
  const wrong =
    await sql`select t.number, f.key, v.value from field_values v join ticket_fields f on f.id = v.field_id join tickets t on t.id = v.ticket_id
    where f.queue_id <> t.queue_id
      or (f.type = 'list' and not f.options @> jsonb_build_array(jsonb_build_object('value', v.value)))
      or (f.type = 'number' and jsonb_typeof(v.value) <> 'number')
      or (f.type = 'boolean' and jsonb_typeof(v.value) <> 'boolean')
      or (f.type = 'multi_list' and jsonb_typeof(v.value) <> 'array')
      or (f.type = 'date' and v.value #>> '{}' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`
  expect(wrong).toEqual([])
  const missing =
    await sql`select t.number, f.key from tickets t join ticket_fields f on f.queue_id = t.queue_id and f.required
    where not exists (select from field_values v where v.ticket_id = t.id and v.field_id = f.id)`
  expect(missing).toEqual([])
})
