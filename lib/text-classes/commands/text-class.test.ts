import { expect, test } from 'vitest'
import { versionOf } from '#lib/db/version.ts'
import { queueWorld } from '#lib/queues/commands/testing.ts'
import type { NewTextClass } from '../input.ts'
import { textClassPage } from '../queries/pages.ts'
import { storedTextClass } from '../queries/stored.ts'
import { changeTextClass, createTextClass, deleteTextClass } from './text-class.ts'

const world = queueWorld()

const hint: NewTextClass = {
  key: 'hint',
  labels: { en: 'Hint', de: 'Hinweis' },
  customerVisible: false,
  colour: 'info',
  icon: 'info',
}
const { key: _, ...look } = hint
let made = 0
const create = async () => {
  made += 1
  return createTextClass(await world.ada(), { ...hint, key: `hint${made}` })
}
const visible = async (contact: number) => {
  const rights = await world.contact(contact)
  return rights && 'visible_classes' in rights ? rights.visible_classes : undefined
}

test('a text class is kept as it was given, and told', async () => {
  const id = await create()
  expect(await world.read((tx) => storedTextClass(tx, id))).toMatchObject({ labels: hint.labels, colour: 'info' })
  expect(await world.told()).toMatchObject({ action: 'text_class.created', after: { labels: hint.labels } })
})

test('a change of visibility holds for contacts at once', async () => {
  const id = await create()
  expect(await visible(1)).not.toContain(id)
  await changeTextClass(await world.ada(), id, { ...look, customerVisible: true })
  expect(await visible(1)).toContain(id)
  expect(await world.told()).toMatchObject({
    action: 'text_class.changed',
    before: { customerVisible: false },
    after: { customerVisible: true },
  })
})

test('a class in which customers write stays readable for them', async () => {
  const hidden = changeTextClass(await world.ada(), 1, { ...look, customerVisible: false })
  await expect(hidden).rejects.toMatchObject({ fields: { customerVisible: 'customersWrite' } })
})

test('who saves late overwrites nothing', async () => {
  const id = await create()
  const shown = versionOf((await world.read((tx) => storedTextClass(tx, id))) ?? {})
  await changeTextClass(await world.ada(), id, { ...look, labels: { en: 'First' } }, shown)
  const late = changeTextClass(await world.ada(), id, { ...look, labels: { en: 'Second' } }, shown)
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
})

test('only what nothing has or lists is deleted', async () => {
  const ada = await world.ada()
  const inUse = { detail: { reason: 'inUse' } }
  const id = await create()
  const queue = await world.queue()
  const { uses, queues } = await textClassPage(ada, id, 'en')
  expect(uses).toMatchObject({ entries: 0, queues: 1 })
  expect(queues).toMatchObject([{ id: queue, forCustomers: false }])
  await expect(deleteTextClass(ada, id)).rejects.toMatchObject(inUse)
  await world.asOwner('delete from queue_text_classes where text_class_id = $1', [id])
  const ticket = await world.ticket(queue)
  await world.asOwner(
    `insert into entries (ticket_id, kind, text_class_id, author_kind, author_name) values ($1, 'comment', $2, 'system', 'Portico')`,
    [ticket, id],
  )
  await expect(deleteTextClass(ada, id)).rejects.toMatchObject(inUse)
  await world.asOwner('delete from tickets where id = $1', [ticket])
  await deleteTextClass(ada, id)
  expect(await world.told()).toMatchObject({ action: 'text_class.deleted', before: { colour: 'info' } })
})

test('who does not administer changes no text class', async () => {
  const ben = await world.ben()
  await expect(createTextClass(ben, hint)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeTextClass(ben, 1, look)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteTextClass(ben, 1)).rejects.toMatchObject({ code: 'forbidden' })
})
