import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#lib/db/testing.ts'
import { bulkSeed } from './bulk-seed.ts'
import { COMMON_WORD, RARE_WORD } from './vocabulary.ts'

const TICKETS = 2000

let database: TestDatabase
let sql: postgres.Sql

beforeAll(async () => {
  database = await createTestDatabase(inject('cluster'))
  sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  await seedInto(database)
}, 120_000)

afterAll(async () => {
  await sql?.end()
  await database?.drop()
})

const seedInto = ({ ownerUrl }: TestDatabase) =>
  bulkSeed({
    ownerUrl,
    tickets: TICKETS,
    seed: 7,
    credential: { passwordHash: 'none', passwordScheme: 'none' },
    log: () => {},
  })

const copies = () => sql`
  select t.id, company_id, customer_group_id, is_faq, is_open, closed_at, updated_at, customer_updated_at,
    tsvector_to_array(customer_words) as customer_words, tsvector_to_array(all_words) as all_words
  from tickets t join search_documents d on d.ticket_id = t.id order by t.id`

test('copies and search documents are those that the triggers would have made', async () => {
  const bulk = await copies()
  expect(bulk).toHaveLength(TICKETS)
  await sql`update tickets set queue_id = queue_id`
  expect(await copies()).toEqual(bulk)
})

test('contacts are found by the words that the triggers would have made', async () => {
  const words = () => sql`select contact_id, tsvector_to_array(words) as words from contact_words order by 1`
  const bulk = await words()
  expect(bulk.length).toBeGreaterThan(100)
  await sql`update contacts set name = name || ' ' where true`
  await sql`update contacts set name = rtrim(name)`
  expect(await words()).toEqual(bulk)
})

test('the moments of a ticket and of its guests are those that writing entry by entry would have left', async () => {
  const sample = sql`(select id from tickets where id % 40 = 0)`
  const order = () => sql`select t.id, t.updated_at, t.customer_updated_at, p.ticket_updated_at from tickets t
    left join participants p on p.ticket_id = t.id where t.id in ${sample} order by 1, 4`
  const bulk = await order()
  await sql`create temp table kept as select * from entries where ticket_id in ${sample}`
  await sql`delete from entries where ticket_id in ${sample}`
  await sql`update tickets set updated_at = created_at, customer_updated_at = created_at where id in ${sample}`
  await sql`insert into entries select * from kept order by id`
  expect(await order()).toEqual(bulk)
})

test('nothing that was taken off the tables stays off', async () => {
  const fresh = await createTestDatabase(inject('cluster'))
  const bare = postgres(fresh.ownerUrl, { max: 1 })
  const parts = (of: postgres.Sql) => of`
    select indexdef as part from pg_indexes where schemaname = 'public'
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where contype = 'f'
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal order by 1`
  const expected = await parts(bare)
  await bare.end()
  await fresh.drop()
  expect(expected.length).toBeGreaterThan(100)
  expect(await parts(sql)).toEqual(expected)
})

test('the next ticket gets a number of its own', async () => {
  const [next] = await sql`insert into tickets (queue_id, status_id, main_contact_id, subject)
    select queue_id, status_id, main_contact_id, 'the next' from tickets limit 1 returning id, number`
  expect(next).toEqual({ id: String(TICKETS + 1), number: String(100_000 + TICKETS + 1) })
  await sql`delete from tickets where subject = 'the next'`
})

test('bench contacts find the rare word once, and a ticket with 40 entries', async () => {
  for (const login of ['bench.small', 'bench.large', 'bench.largest']) {
    const [own] = await sql`
      select count(*)::int as tickets,
        count(*) filter (where d.customer_words @@ plainto_tsquery('german', ${RARE_WORD}))::int as rare,
        count(*) filter (where d.customer_words @@ plainto_tsquery('german', ${COMMON_WORD}))::int as common,
        max((select count(*) from entries e where e.ticket_id = t.id))::int as longest
      from tickets t join search_documents d on d.ticket_id = t.id join accounts a on a.contact_id = t.main_contact_id
      where a.login = ${login} and t.id > ${TICKETS - 90}`
    expect(own).toEqual({ tickets: 30, rare: 1, common: 30, longest: 40 })
  }
})

test('the same seed makes the same texts', async () => {
  const again = await createTestDatabase(inject('cluster'))
  const other = postgres(again.ownerUrl, { max: 1 })
  await seedInto(again)
  const digest = (of: postgres.Sql) =>
    of`select md5(string_agg(body, '|' order by ticket_id, created_at)) as digest, count(*) from entries`
  const expected = await digest(other)
  await other.end()
  await again.drop()
  expect(await digest(sql)).toEqual(expected)
})
