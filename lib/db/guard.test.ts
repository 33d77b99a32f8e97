import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect } from './client.ts'
import { createTestDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let superuser: postgres.Sql

beforeAll(async () => {
  database = await createTestDatabase(inject('cluster'))
  superuser = postgres(database.superuserUrl, { max: 1 })
})
afterAll(async () => {
  await superuser.end()
  await database.drop()
})

const mark = (name: string) => sql`select set_config('portico.test', ${name}, true), pg_backend_pid() as pid`
const read = sql<{ mark: string }>`select current_setting('portico.test', true) as mark`

/** Resolves when PostgreSQL has no such backend any more. */
async function kill(pid: unknown) {
  await superuser`select pg_terminate_backend(${Number(pid)}, 5000)`
}

describe('a backend killed inside a transaction', () => {
  test('nothing of that transaction runs on a later connection', async () => {
    const db = connect(database.appUrl, { max: 1 })
    const afterwards: unknown[] = []
    let callbackEnded: () => void = () => {}
    const callback = new Promise<void>((resolve) => {
      callbackEnded = resolve
    })
    const killed = db.transaction(async (tx) => {
      const [row] = await tx.execute<{ pid: number }>(mark('first'))
      await kill(row?.pid)
      for (let i = 0; i < 5; i++) {
        await tx.execute(read).then(
          (rows) => afterwards.push(rows),
          (error) => afterwards.push(error),
        )
      }
      callbackEnded()
    })
    await expect(killed).rejects.toThrow()
    await callback
    expect(afterwards).toHaveLength(5)
    for (const answer of afterwards) expect(answer).toBeInstanceOf(Error)
    await db.$client.end()
  })

  test('another viewer who gets the next connection is left alone', async () => {
    const db = connect(database.appUrl, { max: 1 })
    const seen: unknown[] = []
    let release: () => void = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const killed = db
      .transaction(async (tx) => {
        const [row] = await tx.execute<{ pid: number }>(mark('first'))
        await kill(row?.pid)
        await released
        // The second transaction now holds the connection's successor. Neither this nor the rollback may reach it.
        await tx.execute(mark('intruder'))
      })
      .catch((error) => error)
    const second = db.transaction(async (tx) => {
      await tx.execute(mark('second'))
      release()
      for (let i = 0; i < 20; i++) seen.push((await tx.execute<{ mark: string }>(read))[0]?.mark)
    })
    await second
    expect(await killed).toBeInstanceOf(Error)
    expect(new Set(seen)).toEqual(new Set(['second']))
    await db.$client.end()
  })

  test('the pool works again without a restart', async () => {
    const db = connect(database.appUrl, { max: 2 })
    await db
      .transaction(async (tx) =>
        kill((await tx.execute<{ pid: number }>(mark('x')))[0]?.pid).then(() => tx.execute(read)),
      )
      .catch(() => {})
    expect((await db.execute<{ one: number }>(sql`select 1 as one`))[0]?.one).toBe(1)
    await db.$client.end()
  })
})

// The driver keeps a connection for a transaction only if fewer statements than its limit (100) are under way on it; at
// the limit it began the transaction and left the connection to everybody.
test.each([98, 99, 100, 101, 250])(
  'a transaction that begins behind %i pipelined statements is alone',
  async (count) => {
    const db = connect(database.appUrl, { max: 1 })
    const client = db.$client
    const markNow = "select current_setting('portico.test', true) as mark"
    await client.unsafe(markNow)
    const outside = Array.from({ length: count }, () => client.unsafe(markNow).execute())
    const inside = client.begin(async (sql) => {
      await sql.unsafe("select set_config('portico.test', 'inside', true)")
      outside.push(...Array.from({ length: 5 }, () => client.unsafe(markNow).execute()))
      return [...(await sql.unsafe(markNow)), ...(await sql.unsafe(markNow))]
    })
    expect(await inside).toEqual([{ mark: 'inside' }, { mark: 'inside' }])
    for (const rows of await Promise.all(outside)) expect(rows[0]?.mark).not.toBe('inside')
    await client.end()
  },
)
