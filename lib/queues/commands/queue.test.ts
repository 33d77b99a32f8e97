import { expect, test } from 'vitest'
import { versionOf } from '#lib/db/version.ts'
import { queueList, queuePage } from '../queries/pages.ts'
import { storedQueue, storedService, storedTextClasses } from '../queries/stored.ts'
import { moveQueue } from './order.ts'
import { changeQueue, changeService, createQueue, deleteQueue } from './queue.ts'
import { queueWorld, repairs } from './testing.ts'
import { changeTextClasses } from './text-classes.ts'

const world = queueWorld()

test('a new queue has what a ticket needs: a status to begin with and a class that customers can read', async () => {
  const id = await world.queue()
  expect(await world.read((tx) => storedTextClasses(tx, id))).toMatchObject({ customerTextClassId: expect.any(Number) })
  const { head, uses } = await queuePage(await world.ada(), id, 'en')
  expect(head.missing).toEqual(['grant'])
  expect(uses).toEqual({ tickets: 0, roles: 0 })
  expect(await world.told()).toMatchObject({ action: 'queue.created', after: { labels: repairs.labels } })
})

test('a change is stored and told with before and after', async () => {
  const id = await world.queue()
  await changeQueue(await world.ada(), id, { ...repairs, labels: { en: 'Mending' }, active: false })
  expect(await world.read((tx) => storedQueue(tx, id))).toMatchObject({ labels: { en: 'Mending' }, active: false })
  expect(await world.told()).toMatchObject({
    action: 'queue.changed',
    before: { labels: { en: 'Repairs' }, active: true },
    after: { labels: { en: 'Mending' }, active: false },
  })
})

test('who saves late is told so and overwrites nothing', async () => {
  const id = await world.queue()
  const shown = versionOf((await world.read((tx) => storedQueue(tx, id))) ?? {})
  const ada = await world.ada()
  await changeQueue(ada, id, { ...repairs, key: 'first', labels: { en: 'First' } }, shown)
  const late = changeQueue(ada, id, { ...repairs, key: 'second', labels: { en: 'Second' } }, shown)
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  expect(await world.read((tx) => storedQueue(tx, id))).toMatchObject({ labels: { en: 'First' } })
})

test('a key belongs to one queue', async () => {
  const taken = createQueue(await world.ada(), { ...repairs, key: 'support' })
  await expect(taken).rejects.toMatchObject({ code: 'invalid', fields: { key: 'taken' } })
})

test('what nothing uses can be deleted; tickets and roles are in the way', async () => {
  const id = await world.queue()
  await world.asOwner('insert into queue_grants (role_id, queue_id, read) values (3, $1, true)', [id])
  const refused = { detail: { reason: 'inUse' } }
  await expect(deleteQueue(await world.ada(), id)).rejects.toMatchObject(refused)
  await world.asOwner('delete from queue_grants where queue_id = $1', [id])
  await deleteQueue(await world.ada(), id)
  expect((await queueList(await world.ada(), 'en')).some((queue) => queue.id === id)).toBe(false)
  expect(await world.told()).toMatchObject({ action: 'queue.deleted', before: { labels: repairs.labels } })
})

test('a queue changes places with its neighbour', async () => {
  const ids = async () => (await queueList(await world.ada(), 'en')).map(({ id }) => id)
  const [first, second, ...rest] = await ids()
  await moveQueue(await world.ada(), first ?? 0, 'down')
  expect(await ids()).toEqual([second, first, ...rest])
  await moveQueue(await world.ada(), second ?? 0, 'up')
  expect(await ids()).toEqual([second, first, ...rest])
})

test('service hours and answer time are kept', async () => {
  const id = await world.queue()
  const service = {
    answerMinutes: 90,
    serviceHours: { timeZone: 'Europe/Berlin', days: { 1: [480, 1020] as [number, number] } },
  }
  await changeService(await world.ada(), id, service)
  expect(await world.read((tx) => storedService(tx, id))).toEqual(service)
})

test('customers write only in an allowed class that they can read', async () => {
  const id = await world.queue()
  const [open, hidden] = [1, 2]
  const ada = await world.ada()
  const set = (allowed: number[], customerTextClassId: number | null) =>
    changeTextClasses(ada, id, { allowed, engineerTextClassId: null, customerTextClassId })
  await expect(set([hidden], hidden)).rejects.toMatchObject({ fields: { customerTextClassId: 'notVisible' } })
  await expect(set([hidden], open)).rejects.toMatchObject({ fields: { customerTextClassId: 'notAllowed' } })
  await set([open], open)
  expect(await world.read((tx) => storedTextClasses(tx, id))).toMatchObject({ allowed: [open] })
})

test('who does not administer changes no queue', async () => {
  const ben = await world.ben()
  const forbidden = { code: 'forbidden' }
  await expect(createQueue(ben, repairs)).rejects.toMatchObject(forbidden)
  await expect(changeQueue(ben, 1, repairs)).rejects.toMatchObject(forbidden)
  await expect(moveQueue(ben, 1, 'down')).rejects.toMatchObject(forbidden)
  await expect(deleteQueue(ben, 1)).rejects.toMatchObject(forbidden)
})
