import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ContactViewer, viewerShape } from '#lib/access/viewer.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { commentOnTicket } from '#lib/tickets/commands/comment.ts'
import { createTicket } from '#lib/tickets/commands/create.ts'
import { deskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { customerStepForm } from '#lib/tickets/queries/step-form.ts'
import { customerTicket } from '#lib/tickets/queries/ticket.ts'
import type { NewField } from '../field-input.ts'
import { listField, textField } from '../field-testing.ts'
import { createForm, queueChoice } from '../queries.ts'
import { changeActivity, createActivity } from './activity.ts'
import { changeField, createField } from './field.ts'
import { movePart } from './order.ts'
import { changeQueue } from './queue.ts'
import { changeStatus } from './status.ts'
import { queueWorld, repairs } from './testing.ts'
import { changeTextClasses } from './text-classes.ts'

const world = queueWorld()

async function grace(): Promise<ContactViewer> {
  const viewer = viewerShape.parse(await world.contact(1))
  if (viewer.kind !== 'contact') throw new Error('Grace is a contact')
  return viewer
}

/** A queue in which Grace may do everything. */
async function openQueue() {
  const queue = await world.queue()
  await world.asOwner(
    `insert into queue_grants (role_id, queue_id, read, write, append, "create", execute) values (3, $1, true, true, true, true, true)`,
    [queue],
  )
  const [row] = await world.asOwner<{ key: string }[]>('select key from queues where id = $1', [queue])
  return { queue, key: row?.key ?? '' }
}
const form = async (key: string, locale = 'en') => (await createForm(await grace(), key, locale)).fields
const ask = async (queue: string, fields = {}) =>
  createTicket(await grace(), { key: randomUUID(), queue, subject: 'Pump', description: 'It drips', fields })
const seen = async (number: number) => customerTicket(await grace(), number, { locale: 'en' })
const statusesOf = async (queue: number) => {
  const rows = await world.asOwner<{ id: number; key: string }[]>(
    'select id::int, key from statuses where queue_id = $1 order by position, id',
    [queue],
  )
  return Object.fromEntries(rows.map(({ id, key }) => [key, id]))
}

test('a field’s words, help, section, initial value and place are those of the customers’ form', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  const rich: NewField = {
    ...textField,
    labels: { en: 'Serial number', de: 'Seriennummer' },
    help: { en: 'On the plate' },
    section: { en: 'Machine' },
    initial: 'S-',
  }
  await createField(ada, queue, rich)
  const plain = await createField(ada, queue, { ...textField, key: 'place', labels: { en: 'Place' } })
  expect(await form(key)).toMatchObject([
    { key: 'serial', label: 'Serial number', help: 'On the plate', section: 'Machine', initial: 'S-' },
    { key: 'place', label: 'Place', help: null, section: null, initial: null },
  ])
  expect((await form(key, 'de')).map(({ label }) => label)).toEqual(['Seriennummer', 'Place'])
  await movePart(ada, 'field', { queue, id: plain }, 'up')
  expect((await form(key)).map((field) => field.key)).toEqual(['place', 'serial'])
})

test('exposure none hides a field, read shows its value, full asks for it', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  const id = await createField(ada, queue, { ...textField, required: true })
  await expect(ask(key)).rejects.toMatchObject({ fields: { 'field.serial': 'fieldMissing' } })
  const { number } = await ask(key, { serial: 'S-1' })
  const values = async () => (await seen(number)).fields.map(({ value }) => value)
  expect(await values()).toHaveLength(1)
  await changeField(ada, { queue, id }, { ...textField, required: true, exposure: 'read' })
  expect([await values(), await form(key)]).toMatchObject([[expect.anything()], []])
  await changeField(ada, { queue, id }, { ...textField, required: true, exposure: 'none' })
  expect(await values()).toEqual([])
  await ask(key)
})

test('a field with a condition is asked for only where the other field has the value', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  await createField(ada, queue, listField)
  const reason = { ...textField, key: 'reason', required: true }
  const condition = { field: 'urgency', values: ['high'] }
  const id = await createField(ada, queue, { ...reason, condition })
  await ask(key, { urgency: 'low' })
  await expect(ask(key, { urgency: 'high' })).rejects.toMatchObject({ fields: { 'field.reason': 'fieldMissing' } })
  await changeField(ada, { queue, id }, reason)
  await expect(ask(key, { urgency: 'low' })).rejects.toMatchObject({ fields: { 'field.reason': 'fieldMissing' } })
})

test('a choice that is not offered any more is asked of nobody', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  const id = await createField(ada, queue, listField)
  const options =
    listField.options?.map((one) => (one.value === 'low' ? { ...one, retired: true as const } : one)) ?? []
  await changeField(ada, { queue, id }, { ...listField, options })
  expect((await form(key))[0]?.options?.map(({ value }) => value)).toEqual(['high'])
  await expect(ask(key, { urgency: 'low' })).rejects.toMatchObject({ fields: { 'field.urgency': 'fieldChoice' } })
})

test('a step is offered in its statuses, to customers where it says so, asks for what it says and leads where it says', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  await createField(ada, queue, textField)
  const { new: from = 0, closed: to = 0 } = await statusesOf(queue)
  const step = {
    key: 'finish',
    labels: { en: 'Finish' },
    from: [from],
    toStatusId: to,
    asksComment: true,
    formFields: ['serial'],
    customersMayExecute: true,
  }
  const id = await createActivity(ada, queue, step)
  const { number } = await ask(key)
  expect((await seen(number)).activities).toMatchObject([{ key: 'finish', label: 'Finish', asksComment: true }])
  const asked = { number, activity: 'finish', locale: 'en' }
  expect((await customerStepForm(await grace(), asked)).fields.map((field) => field.key)).toEqual(['serial'])
  const take = async (body: string) =>
    executeActivity(await grace(), { key: randomUUID(), number, activity: 'finish', body, fields: {} })
  await expect(take('')).rejects.toMatchObject({ code: 'invalid' })
  await changeActivity(ada, { queue, id }, { ...step, customersMayExecute: false })
  expect((await seen(number)).activities).toEqual([])
  await expect(take('Done')).rejects.toMatchObject({ code: 'forbidden' })
  await changeActivity(ada, { queue, id }, { ...step, from: [to] })
  expect((await seen(number)).activities).toEqual([])
  await expect(take('Done')).rejects.toMatchObject({ code: expect.stringMatching(/conflict|forbidden|invalid/) })
  await changeActivity(ada, { queue, id }, { ...step, asksComment: false, formFields: [] })
  await take('')
  expect(await seen(number)).toMatchObject({ statusKind: 'closed' })
})

test('a status says what happens next and whether comments are taken, and tickets begin in the first one', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  const { new: id = 0 } = await statusesOf(queue)
  const status = {
    labels: { en: 'Arrived' },
    nextStep: { en: 'A fitter comes.' },
    kind: 'waiting',
    acceptsComments: false,
    isInitial: true,
  } as const
  const place = { queue, id }
  const comment = async (number: number) =>
    commentOnTicket(await grace(), { key: randomUUID(), number, body: 'And now?' })
  const { number } = await ask(key)
  await comment(number)
  expect((await seen(number)).nextStep).toBeNull()
  await changeStatus(ada, place, status)
  expect(await seen(number)).toMatchObject({
    status: 'Arrived',
    statusKind: 'waiting',
    nextStep: 'A fitter comes.',
    mayComment: false,
  })
  await expect(comment(number)).rejects.toMatchObject({ code: expect.stringMatching(/conflict|forbidden/) })
  expect((await seen((await ask(key)).number)).status).toBe('Arrived')
})

test('a queue is offered by its name, its words and its icon while it is active', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  const change = { ...repairs, key, descriptions: { en: 'What is broken' }, icon: 'truck' }
  await changeQueue(ada, queue, change)
  const offered = async (locale = 'en') => (await queueChoice(await grace(), locale)).find((one) => one.key === key)
  expect(await offered()).toEqual({ key, label: 'Repairs', description: 'What is broken', icon: 'truck' })
  expect((await offered('de'))?.label).toBe('Reparaturen')
  await changeQueue(ada, queue, { ...change, active: false })
  expect(await offered()).toBeUndefined()
  await expect(ask(key)).rejects.toMatchObject({ code: 'not_found' })
})

test('a queue’s text classes are those that its writers have, each with its word, icon and colour', async () => {
  const { queue, key } = await openQueue()
  const ada = await world.ada()
  await world.asOwner(`update text_classes set colour = 'success', icon = 'check' where id = 1;
    insert into queue_grants (role_id, queue_id, read, append) values (2, ${queue}, true, true)`)
  await changeTextClasses(ada, queue, { allowed: [1, 2], engineerTextClassId: 2, customerTextClassId: 1 })
  const { number } = await ask(key)
  const atDesk = async () => deskTicket(await world.ben(), number, { locale: 'en' })
  expect(await atDesk()).toMatchObject({
    defaultTextClass: 'note',
    textClasses: [{ key: 'answer' }, { key: 'note' }],
    history: { entries: [{ textClass: 'Answer', textClassIcon: 'check', textClassColour: 'success' }] },
  })
  await changeTextClasses(ada, queue, { allowed: [1], engineerTextClassId: 1, customerTextClassId: 1 })
  expect(await atDesk()).toMatchObject({ defaultTextClass: 'answer', textClasses: [{ key: 'answer' }] })
})
