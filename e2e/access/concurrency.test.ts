import postgres, { type Sql } from 'postgres'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { load } from './database/load.ts'
import { town } from './worlds/kept.ts'

const database = await createTestDatabase(inject('cluster'))
const [one, other] = [database.ownerUrl, database.ownerUrl].map((url) => postgres(url, { max: 1, onnotice: () => {} }))
if (!one || !other) throw new Error('two connections are needed')

beforeEach(() => load(one, town))
afterAll(async () => {
  await Promise.all([one.end(), other.end()])
  await database.drop()
})

const creation = `insert into tickets (id, number, queue_id, status_id, main_contact_id, subject) values (9000, 9000, 1, 1, 1, 'new')`

/** `first` is carried out but not committed when `second` begins; both are committed in the end, in either order. */
async function atOnce(first: string, second: string): Promise<void> {
  let waiting: Promise<unknown> = Promise.resolve()
  await one?.begin(async (sql) => {
    await sql.unsafe(first)
    waiting = begun(other, second)
    await settledOrBlocked(waiting)
  })
  await waiting
}

function begun(sql: Sql | undefined, statement: string): Promise<unknown> {
  return sql?.unsafe(statement).execute() ?? Promise.resolve()
}

/** Resolves when the other connection is done or waits for a lock. */
async function settledOrBlocked(waiting: Promise<unknown>): Promise<void> {
  let done = false
  waiting.then(
    () => (done = true),
    () => (done = true),
  )
  const watcher = postgres(database.superuserUrl, { max: 1 })
  const blocked = async () =>
    (await watcher`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)
      .length > 0
  while (!done && !(await blocked())) await new Promise(setImmediate)
  await watcher.end()
}

describe('V2 and V4 hold at once, also when two things happen at the same time', () => {
  const move = 'update contacts set company_id = 2 where id = 1'
  const moveOther = 'update contacts set company_id = 2 where id = 2'
  const regroup = 'update contacts set customer_group_id = 2, company_id = null where id = 1'
  const toFaq = `update queues set kind = 'faq' where id = 1`
  const handOver = 'update tickets set main_contact_id = 2 where id = 1'
  const edit = `update tickets set subject = 'other' where id = 1`
  const outdated = `select t.id from tickets t join queues q on q.id = t.queue_id left join contacts c on c.id = t.main_contact_id
    where t.company_id is distinct from c.company_id or t.customer_group_id is distinct from c.customer_group_id
      or t.is_faq <> (q.kind = 'faq')`

  it.each([
    ['a ticket is created, its customer changes company', creation, move],
    ['a ticket is created, its customer changes group', creation, regroup],
    ['a ticket is created, its queue becomes an FAQ', creation, toFaq],
    ['a ticket gets another main customer, who changes company', handOver, moveOther],
    ['a ticket gets another main customer, the former changes company', handOver, move],
    ['a ticket is edited, its customer changes company', edit, move],
    ['a ticket is edited, its queue becomes an FAQ', edit, toFaq],
  ])('%s, in either order', async (_, first, second) => {
    await atOnce(first, second)
    expect([...(await one.unsafe(outdated))]).toEqual([])
    await load(one, town)
    await atOnce(second, first)
    expect([...(await one.unsafe(outdated))]).toEqual([])
  })
})
