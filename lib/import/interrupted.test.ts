import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { askForCheck, askForRun } from './commands.ts'
import { importPage } from './queries/page.ts'
import { BATCH } from './rows.ts'
import { importWorld } from './testing.ts'
import { takeOverSilent, workOn } from './worker.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
const { anna, owner } = world
afterAll(() => world.end())

const people = (count: number, prefix: string) =>
  [
    'External ID;Name;Login',
    ...Array.from({ length: count }, (_, at) => `${prefix}-${at};Person ${at};${prefix}${at}`),
  ].join('\n')
const written = async (prefix: string) => {
  const [row] = await owner`select count(*)::int as n from contacts where external_id like ${`${prefix}-%`}`
  return Number(row?.n)
}

/** Kills every connection of the application as soon as the statement shows, like a process that dies there. */
async function killedAt(statement: string, work: Promise<unknown>): Promise<void> {
  // Only a superuser sees and ends what others do.
  const superuser = postgres(world.database.superuserUrl, { max: 1, onnotice: () => {} })
  let [over, killed] = [false, 0]
  const ended = work
    .catch(() => {})
    .finally(() => {
      over = true
    })
  while (!over && killed === 0) {
    const rows = await superuser`select pg_terminate_backend(pid, 10000) from pg_stat_activity
      where datname = current_database() and usename = 'portico_app' and query like ${statement} and state = 'active'`
    killed = rows.length
  }
  await ended
  await superuser.end()
  expect(killed).toBeGreaterThan(0)
}
const silence = () =>
  owner`update imports set heartbeat_at = now() - interval '1 hour' where state in ('checking', 'running')`

test('killed in the middle, all or nothing leaves nothing, and is taken over and done', async () => {
  const checked = await world.dryRun(anna, people(2500, 'a'))
  const id = checked.record.id
  await askForRun(anna, { id, mode: 'all' })
  await killedAt('%insert into accounts%', workOn(anna, id))
  expect(await written('a')).toBe(0)
  expect((await importPage(anna, id)).record.state).toBe('running')
  await silence()
  await takeOverSilent()
  expect((await importPage(anna, id)).record).toMatchObject({ state: 'done', counts: { created: 2500 } })
  expect(await written('a')).toBe(2500)
})

test('killed in the middle, row by row goes on where it was', async () => {
  const checked = await world.dryRun(anna, people(2500, 'r'))
  const id = checked.record.id
  await askForRun(anna, { id, mode: 'rows' })
  await killedAt('%insert into accounts%', workOn(anna, id))
  const { record } = await importPage(anna, id)
  expect(record.done).toBe(await written('r'))
  expect([0, BATCH, 2 * BATCH]).toContain(record.done)
  await silence()
  await takeOverSilent()
  const done = (await importPage(anna, id)).record
  expect(done).toMatchObject({ state: 'done', done: 2500, counts: { created: 2500, refused: 0 } })
  expect([await written('r'), (await world.rows(id)).length]).toEqual([2500, 2500])
})

test('two workers at once do the work once', async () => {
  const checked = await world.dryRun(anna, people(1200, 't'))
  await askForRun(anna, { id: checked.record.id, mode: 'rows' })
  await Promise.all([workOn(anna, checked.record.id), workOn(anna, checked.record.id)])
  expect(await written('t')).toBe(1200)
  expect((await importPage(anna, checked.record.id)).record.counts).toMatchObject({ created: 1200 })
})

test('a login that somebody takes meanwhile refuses its row alone, and of all or nothing everything', async () => {
  const rows = await world.dryRun(anna, people(3, 'c'))
  const all = await world.dryRun(anna, people(3, 'c'))
  await owner`insert into contacts (id, customer_group_id, name) overriding system value values (9000950, 4, 'Quick')`
  await owner`insert into accounts (contact_id, login, login_normal) values (9000950, 'C1', 'c1')`
  await world.run(anna, all, 'all')
  expect((await importPage(anna, all.record.id)).record).toMatchObject({ state: 'checked', counts: { refused: 1 } })
  expect(await written('c')).toBe(0)
  const done = await world.run(anna, rows, 'rows')
  expect(done.record.counts).toMatchObject({ created: 2, refused: 1 })
  expect((await world.rows(rows.record.id)).map(({ outcome }) => outcome)).toEqual(['created', 'refused', 'created'])
})

test('an engineer who may not work any more ends the import, and frees the customer group', async () => {
  const checked = await world.dryRun(anna, people(3, 'x'))
  await askForRun(anna, { id: checked.record.id, mode: 'all' })
  await owner`update engineers set active = false where id = 1`
  await silence()
  await takeOverSilent()
  await owner`update engineers set active = true where id = 1`
  expect((await importPage(anna, checked.record.id)).record).toMatchObject({
    state: 'failed',
    problem: { key: 'engineerRefused' },
  })
  expect(await written('x')).toBe(0)
})

test('a right that is taken away between check and run ends it, and nothing is written', async () => {
  const checked = await world.dryRun(anna, people(3, 'y'))
  await askForRun(anna, { id: checked.record.id, mode: 'all' })
  await owner`update group_grants set write = false where role_id = 1 and customer_group_id = 1`
  await workOn(anna, checked.record.id)
  await owner`update group_grants set write = true where role_id = 1 and customer_group_id = 1`
  expect((await importPage(anna, checked.record.id)).record).toMatchObject({
    state: 'failed',
    problem: { key: 'forbidden' },
  })
  expect(await written('y')).toBe(0)
})

test('a file that breaks in the middle says where, and nothing is written', async () => {
  const id = await world.upload(anna, 'External ID;Name\nZ-1;One\nZ-2;"Two\nZ-3;Three')
  await askForCheck(anna, { id, target: ['externalId', 'name'], empty: 'keep', profile: '' })
  await workOn(anna, id)
  expect((await importPage(anna, id)).record).toMatchObject({ state: 'failed', problem: { key: 'quotes' } })
  expect(await written('Z')).toBe(0)
})
