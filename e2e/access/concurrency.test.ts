import postgres, { type Sql } from 'postgres'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { load } from './database/load.ts'
import { keptWorlds } from './worlds/kept.ts'

const database = await createTestDatabase(inject('cluster'))
const [one, other] = [database.ownerUrl, database.ownerUrl].map((url) => postgres(url, { max: 1, onnotice: () => {} }))
if (!one || !other) throw new Error('two connections are needed')
const [world] = Object.values(keptWorlds)

beforeEach(() => load(one, world ?? expect.fail()))
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
  const regroup = 'update contacts set customer_group_id = 2, company_id = null where id = 1'
  const customerNow = `select t.company_id is not distinct from c.company_id and t.customer_group_id = c.customer_group_id as same
    from tickets t join contacts c on c.id = t.main_contact_id where t.id = 9000`
  it.each([
    ['a ticket is created, and its customer changes company', creation, move],
    ['a customer changes company, and a ticket is created for it', move, creation],
    ['a ticket is created, and its customer changes group', creation, regroup],
    ['a customer changes group, and a ticket is created for it', regroup, creation],
  ])('%s', async (_, first, second) => {
    await atOnce(first, second)
    expect([...(await one.unsafe(customerNow))]).toEqual([{ same: true }])
  })

  const toFaq = `update queues set kind = 'faq' where id = 1`
  it.each([
    ['a ticket is created, and its queue becomes an FAQ', creation, toFaq],
    ['a queue becomes an FAQ, and a ticket is created in it', toFaq, creation],
  ])('%s', async (_, first, second) => {
    await atOnce(first, second)
    const kinds = `select t.is_faq = (q.kind = 'faq') as same from tickets t join queues q on q.id = t.queue_id where t.id = 9000`
    expect([...(await one.unsafe(kinds))]).toEqual([{ same: true }])
  })
})
