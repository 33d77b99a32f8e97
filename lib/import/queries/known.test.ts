import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { importWorld } from '../testing.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
const { anna } = world
afterAll(() => world.end())

const lookUp = (tx: Transaction, emails: string[]) =>
  tx.execute(sql`select * from contacts_with_email(1, ${sql.param(emails)}::text[])`)

/** Rows of people that this transaction has read, by an index or not. */
async function read(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ rows: string }>(sql`
    select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as rows from pg_stat_xact_user_tables
    where relname in ('contacts', 'contact_details')`)
  return Number(row?.rows)
}

test('addresses are looked up one by one, though the tables were small when the plan was made', async () => {
  await asViewer(anna, async (tx) => {
    for (let times = 0; times < 10; times += 1) await lookUp(tx, ['nobody@small.example'])
    await tx.execute(
      sql`insert into contacts (customer_group_id, name) select 1, 'Many ' || n from generate_series(1, 5000) n`,
    )
    await tx.execute(sql`insert into contact_details (contact_id, email)
      select id, 'many' || id || '@large.example' from contacts where name like 'Many %'`)
    const before = await read(tx)
    await lookUp(
      tx,
      Array.from({ length: 500 }, (_, n) => `nobody${n}@large.example`),
    )
    expect((await read(tx)) - before).toBeLessThan(100)
  })
})
