import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { viewerShape } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { queueWorld } from '#lib/queues/commands/testing.ts'
import { rebuildSearch } from './search-rebuild.ts'

const world = queueWorld()
let queue: number

beforeAll(async () => {
  queue = await world.queue()
  await world.asOwner('insert into queue_grants (role_id, queue_id, read) values (3, $1, true)', [queue])
})

/** Tickets that Grace finds by the word. */
async function found(word: string): Promise<number[]> {
  const viewer = viewerShape.parse(await world.contact(1))
  if (viewer.kind !== 'contact') throw new Error('Grace is a contact')
  const hits = await asViewer(viewer, (tx) =>
    tx.execute<{ id: string }>(
      sql`select ticket_id as id from search_tickets(${word}, 'mine', null, null, null, null, 50)`,
    ),
  )
  return hits.map(({ id }) => Number(id))
}

const write = (ticket: number, body: string) =>
  `insert into entries (ticket_id, kind, text_class_id, body, author_kind, author_name) values (${ticket}, 'comment', 1, '${body}', 'system', 'x')`
const show = (visible: boolean) => world.asOwner(`update text_classes set customer_visible = ${visible} where id = 1`)
const rebuilds = async () =>
  (await world.asOwner<{ id: number }[]>('select id::int from search_rebuilds order by id')).map(({ id }) => id)

test('what is hidden is found by nobody at once, and what is shown when the job has been done', async () => {
  const [told, other] = [await world.ticket(queue), await world.ticket(queue)]
  await world.asOwner(`${write(told, 'zirbenholz')}; ${write(other, 'lindenholz')}`)
  await world.asOwner('delete from pgboss.job')
  expect(await found('zirbenholz')).toEqual([told])
  await show(false)
  expect(await found('zirbenholz')).toEqual([])
  expect(await found('Pump'), 'by what customers still read').toEqual(expect.arrayContaining([told, other]))
  const jobs = await world.asOwner<{ data: object }[]>(`select data from pgboss.job where name = 'search'`)
  expect(jobs.map(({ data }) => data)).toEqual((await rebuilds()).map((rebuild) => ({ rebuild })))
  for (const rebuild of await rebuilds()) await rebuildSearch(rebuild)
  expect([await found('zirbenholz'), await rebuilds()]).toEqual([[], []])
  await show(true)
  expect(await found('zirbenholz')).toEqual([])
  for (const rebuild of await rebuilds()) await rebuildSearch(rebuild)
  expect(await found('zirbenholz')).toEqual([told])
})

test('a job that runs out of time leaves the rest to another', async () => {
  await show(false)
  const [rebuild = 0] = await rebuilds()
  await world.asOwner('delete from pgboss.job')
  await rebuildSearch(rebuild, 0)
  const jobs = await world.asOwner<{ data: object }[]>(`select data from pgboss.job where name = 'search'`)
  expect(jobs).toEqual([{ data: { rebuild } }])
  await rebuildSearch(rebuild)
  expect(await rebuilds()).toEqual([])
  await show(true)
  for (const one of await rebuilds()) await rebuildSearch(one)
})

test('a text that was being written while its class was hidden is found by nobody either', async () => {
  const ticket = await world.ticket(queue)
  const writer = postgres(world.database.ownerUrl, { max: 1, onnotice: () => {} })
  const written = Promise.withResolvers<void>()
  const hidden = Promise.withResolvers<void>()
  const writing = writer.begin(async (tx) => {
    await tx.unsafe(write(ticket, 'ulmenholz'))
    written.resolve()
    await hidden.promise
  })
  await written.promise
  await show(false)
  const [rebuild = 0] = await rebuilds()
  const rebuilding = rebuildSearch(rebuild)
  // The job has looked once, and waits for the writer.
  await expect.poll(rebuilds).toEqual([rebuild])
  hidden.resolve()
  await writing
  expect(await found('ulmenholz')).toEqual([])
  await rebuilding
  expect([await found('ulmenholz'), await rebuilds()]).toEqual([[], []])
  await writer.end()
})

test('nobody but the application itself rebuilds', async () => {
  const asked = asViewer(await world.ada(), (tx) => tx.execute(sql`select rebuild_search_on(1, 10)`))
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
})
