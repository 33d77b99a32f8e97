import { describe, expect, test } from 'vitest'
import { versionOf } from '#lib/db/version.ts'
import { textField } from '../field-testing.ts'
import { statusList } from '../queries/parts.ts'
import { storedActivity, storedField, storedStatus } from '../queries/stored.ts'
import type { NewStatus } from '../status-input.ts'
import { changeActivity, createActivity, deleteActivity } from './activity.ts'
import { createField } from './field.ts'
import { movePart } from './order.ts'
import { changeStatus, createStatus, deleteStatus } from './status.ts'
import { queueWorld } from './testing.ts'

const world = queueWorld()

const waiting: NewStatus = {
  key: 'waiting',
  labels: { en: 'Waiting' },
  nextStep: { en: 'You answer.' },
  kind: 'waiting',
  acceptsComments: true,
  isInitial: false,
}
const rows = async (queue: number) => (await statusList(await world.ada(), queue, 'en')).rows
const named = async (queue: number, key: string) => {
  const found = (await rows(queue)).find((row) => row.key === key)
  return { queue, id: found?.id ?? 0 }
}

describe('a status', () => {
  test('is kept as it was given, and told', async () => {
    const queue = await world.queue()
    const id = await createStatus(await world.ada(), queue, waiting)
    expect(await world.read((tx) => storedStatus(tx, queue, id))).toEqual(waiting)
    expect(await world.told()).toMatchObject({ action: 'status.created', after: { key: 'waiting' } })
  })

  test('takes the first place over from the one that had it, and exactly one has it', async () => {
    const queue = await world.queue()
    const id = await createStatus(await world.ada(), queue, { ...waiting, isInitial: true })
    const initial = (await rows(queue)).filter((row) => row.isInitial)
    expect(initial.map((row) => row.id)).toEqual([id])
    const place = { queue, id }
    const without = changeStatus(await world.ada(), place, { ...waiting, isInitial: false })
    await expect(without).rejects.toMatchObject({ fields: { isInitial: 'initialNeeded' } })
  })

  test('in which a ticket is, to which an activity leads or with which tickets begin is not deleted', async () => {
    const queue = await world.queue()
    const [first, closed] = [await named(queue, 'new'), await named(queue, 'closed')]
    const ada = await world.ada()
    await expect(deleteStatus(ada, first)).rejects.toMatchObject({ detail: { reason: 'initialNeeded' } })
    const step = { ...activity, from: [first.id], toStatusId: closed.id }
    const id = await createActivity(ada, queue, step)
    await expect(deleteStatus(ada, closed)).rejects.toMatchObject({ detail: { reason: 'inUse' } })
    await deleteActivity(ada, { queue, id })
    const ticket = await world.ticket(queue)
    await world.asOwner('update tickets set status_id = $1 where id = $2', [closed.id, ticket])
    await expect(deleteStatus(ada, closed)).rejects.toMatchObject({ detail: { reason: 'inUse' } })
    await world.asOwner('delete from tickets where id = $1', [ticket])
    await deleteStatus(ada, closed)
    expect(await rows(queue)).toHaveLength(1)
  })

  test('changes places, and belongs to its queue alone', async () => {
    const queue = await world.queue()
    const closed = await named(queue, 'closed')
    await movePart(await world.ada(), 'status', closed, 'up')
    expect((await rows(queue)).map((row) => row.key)).toEqual(['closed', 'new'])
    const elsewhere = { queue: 1, id: closed.id }
    await expect(movePart(await world.ada(), 'status', elsewhere, 'up')).rejects.toMatchObject({ code: 'not_found' })
    const change = changeStatus(await world.ada(), elsewhere, waiting)
    await expect(change).rejects.toMatchObject({ code: 'not_found' })
  })

  test('that somebody else changed meanwhile is not overwritten', async () => {
    const queue = await world.queue()
    const place = await named(queue, 'closed')
    const shown = versionOf((await world.read((tx) => storedStatus(tx, queue, place.id))) ?? {})
    const ada = await world.ada()
    await changeStatus(ada, place, { ...waiting, labels: { en: 'First' } }, shown)
    const late = changeStatus(ada, place, { ...waiting, labels: { en: 'Second' } }, shown)
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
  })
})

const activity = {
  key: 'close',
  labels: { en: 'Close' },
  asksComment: true,
  formFields: [] as string[],
  customersMayExecute: true,
}

describe('an activity', () => {
  test('leads from statuses to another, with fields in their own order', async () => {
    const queue = await world.queue()
    const ada = await world.ada()
    await createField(ada, queue, { ...textField, key: 'first' })
    await createField(ada, queue, { ...textField, key: 'second' })
    const [from, to] = [await named(queue, 'new'), await named(queue, 'closed')]
    const given = { ...activity, from: [from.id], toStatusId: to.id, formFields: ['second', 'first'] }
    const id = await createActivity(ada, queue, given)
    const stored = await world.read((tx) => storedActivity(tx, queue, id))
    expect(stored).toEqual({ ...given, formFields: ['first', 'second'] })
    await changeActivity(ada, { queue, id }, { ...given, from: [from.id, to.id], customersMayExecute: false })
    expect(await world.told()).toMatchObject({
      action: 'activity.changed',
      before: { customersMayExecute: true, from: [from.id] },
      after: { customersMayExecute: false },
    })
  })

  test('knows the statuses and fields of its own queue only', async () => {
    const queue = await world.queue()
    const foreign = await named(await world.queue(), 'new')
    const own = await named(queue, 'new')
    const ada = await world.ada()
    const make = (rest: object) =>
      createActivity(ada, queue, { ...activity, from: [own.id], toStatusId: own.id, ...rest })
    await expect(make({ toStatusId: foreign.id })).rejects.toMatchObject({ fields: { toStatusId: 'unknown' } })
    await expect(make({ from: [foreign.id] })).rejects.toMatchObject({ fields: { from: 'unknown' } })
    await expect(make({ formFields: ['nothing'] })).rejects.toMatchObject({ fields: { formFields: 'unknown' } })
  })
})

test('who does not administer changes no part of a queue', async () => {
  const queue = await world.queue()
  const place = await named(queue, 'closed')
  const ben = await world.ben()
  const forbidden = { code: 'forbidden' }
  await expect(createStatus(ben, queue, waiting)).rejects.toMatchObject(forbidden)
  await expect(changeStatus(ben, place, waiting)).rejects.toMatchObject(forbidden)
  await expect(deleteStatus(ben, place)).rejects.toMatchObject(forbidden)
  await expect(movePart(ben, 'status', place, 'up')).rejects.toMatchObject(forbidden)
  await expect(createField(ben, queue, textField)).rejects.toMatchObject(forbidden)
  expect(await world.read((tx) => storedField(tx, queue, 1))).toBeUndefined()
})
