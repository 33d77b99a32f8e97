import { describe, expect, test } from 'vitest'
import type { NewField } from '../field-input.ts'
import { listField, textField } from '../field-testing.ts'
import { storedField } from '../queries/stored.ts'
import { createActivity } from './activity.ts'
import { changeField, createField, deleteField } from './field.ts'
import { queueWorld } from './testing.ts'

const world = queueWorld()

async function made(field: NewField, queue?: number) {
  const place = queue ?? (await world.queue())
  return { queue: place, id: await createField(await world.ada(), place, field) }
}
const change = async (place: { queue: number; id: number }, { key, ...field }: NewField) =>
  changeField(await world.ada(), place, field)
const refused = (fields: Record<string, string>) => ({ code: 'invalid', fields })

test('a field is kept as it was given, and told with before and after', async () => {
  const place = await made(listField)
  expect(await world.read((tx) => storedField(tx, place.queue, place.id))).toEqual(listField)
  await change(place, { ...listField, exposure: 'read', required: true })
  expect(await world.told()).toMatchObject({
    action: 'field.changed',
    before: { exposure: 'full', required: false },
    after: { exposure: 'read', required: true },
  })
})

test('a key belongs to one field of a queue, and may be used in another queue', async () => {
  const place = await made(textField)
  await expect(made(textField, place.queue)).rejects.toMatchObject(refused({ key: 'taken' }))
  await made(textField)
})

describe('no value is lost:', () => {
  test('a type that the values do not fit is refused, one that they fit is taken', async () => {
    const place = await made(textField)
    await world.value(await world.ticket(place.queue), place.id, 'HF-20')
    await expect(change(place, { ...textField, type: 'number' })).rejects.toMatchObject(
      refused({ type: 'typeHasValues' }),
    )
    await change(place, { ...textField, type: 'long_text' })
  })

  test('without values a field may become anything', async () => {
    const place = await made(textField)
    await change(place, { ...textField, type: 'number' })
  })

  test('a choice that a ticket has made is not taken away, but may be retired', async () => {
    const place = await made(listField)
    await world.value(await world.ticket(place.queue), place.id, 'high')
    const [low, high] = listField.options ?? []
    if (!low || !high) throw new Error('two choices')
    await expect(change(place, { ...listField, options: [low] })).rejects.toMatchObject(
      refused({ options: 'optionInUse' }),
    )
    await change(place, { ...listField, options: [high] })
    await change(place, { ...listField, options: [low, { ...high, retired: true }] })
  })

  test('a list becomes a multi-list, of which each choice is still guarded', async () => {
    const place = await made(listField)
    await change(place, { ...listField, type: 'multi_list' })
    await world.value(await world.ticket(place.queue), place.id, ['low', 'high'])
    const options = listField.options?.slice(0, 1) ?? null
    const fewer = change(place, { ...listField, type: 'multi_list', options })
    await expect(fewer).rejects.toMatchObject(refused({ options: 'optionInUse' }))
  })

  test('a field with a value, a history, a condition or an activity is not deleted', async () => {
    const place = await made(listField)
    const inUse = { detail: { reason: 'inUse' } }
    const ada = await world.ada()
    const dependent = await made({ ...textField, condition: { field: 'urgency', values: ['high'] } }, place.queue)
    await expect(deleteField(ada, place)).rejects.toMatchObject(inUse)
    await deleteField(ada, dependent)
    const ticket = await world.ticket(place.queue)
    await world.value(ticket, place.id, 'low')
    await expect(deleteField(ada, place)).rejects.toMatchObject(inUse)
    await world.asOwner('delete from field_values where ticket_id = $1', [ticket])
    const [status] = await world.asOwner<{ id: number }[]>('select id::int from statuses where queue_id = $1', [
      place.queue,
    ])
    const step = { key: 'step', labels: { en: 'Step' }, asksComment: false, customersMayExecute: false }
    const ends = { from: [status?.id ?? 0], toStatusId: status?.id ?? 0 }
    await createActivity(ada, place.queue, { ...step, ...ends, formFields: ['urgency'] })
    await expect(deleteField(ada, place)).rejects.toMatchObject(inUse)
    await world.asOwner('delete from activities where queue_id = $1', [place.queue])
    await deleteField(ada, place)
    expect(await world.told()).toMatchObject({ action: 'field.deleted', before: { key: 'urgency' } })
  })
})

describe('a condition', () => {
  const dependent = (values: string[], field = 'urgency') => ({ ...textField, condition: { field, values } })

  test('names a field of the queue and choices that it has', async () => {
    const { queue } = await made(listField)
    await made(dependent(['high']), queue)
    const other = (field: NewField) => made({ ...field, key: 'other' }, queue)
    await expect(other(dependent(['medium']))).rejects.toMatchObject(refused({ condition: 'unknown' }))
    await expect(other(dependent(['high'], 'nothing'))).rejects.toMatchObject(refused({ condition: 'unknown' }))
  })

  test('is on a field that customers are asked for, where they are asked for this one', async () => {
    const { queue } = await made({ ...listField, exposure: 'none' })
    await expect(made(dependent(['high']), queue)).rejects.toMatchObject(refused({ condition: 'conditionHidden' }))
    await made({ ...dependent(['high']), exposure: 'none' }, queue)
  })

  test('keeps the other field exposed as long as customers are asked for this one', async () => {
    const place = await made(listField)
    await made(dependent(['high']), place.queue)
    const hidden = change(place, { ...listField, exposure: 'none' })
    await expect(hidden).rejects.toMatchObject(refused({ exposure: 'conditionNeeds' }))
  })

  test('does not run in a circle', async () => {
    const place = await made(listField)
    await made({ ...listField, key: 'second', condition: { field: 'urgency', values: ['low'] } }, place.queue)
    const circle = change(place, { ...listField, condition: { field: 'second', values: ['low'] } })
    await expect(circle).rejects.toMatchObject(refused({ condition: 'conditionCircle' }))
  })

  test('keeps the choice that it names', async () => {
    const place = await made(listField)
    await made(dependent(['high']), place.queue)
    const options = listField.options?.slice(0, 1) ?? null
    const fewer = change(place, { ...listField, options })
    await expect(fewer).rejects.toMatchObject(refused({ options: 'optionInCondition' }))
  })
})
