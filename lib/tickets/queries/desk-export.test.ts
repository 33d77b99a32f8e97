import { afterAll, expect, test } from 'vitest'
import { beginTicketExport, exportedTickets } from './desk-export.ts'
import { deskList } from './desk-list.ts'
import { deskWorld, STATUS, type Who } from './desk-testing.ts'
import { deskViewShape } from './desk-view.ts'

const world = await deskWorld()
const { anna, ben, ticket } = world
afterAll(() => world.end())

const view = (search: object) => deskViewShape.parse(search)
const exported = async (who: Who, search: object = {}) => {
  const numbers: number[] = []
  for await (const { number } of exportedTickets(await who(), view(search), 'en', 3)) numbers.push(number)
  return numbers
}
const listed = async (who: Who, search: object = {}) =>
  (await deskList(await who(), view(search), 'en', 500)).rows.map(({ number }) => number)

test('a file has the whole list in its order, whatever page it was asked from, and nothing else', async () => {
  for (let made = 0; made < 8; made += 1) {
    await ticket({ subject: 'Zirkulation', engineer: made % 2 ? 1 : null })
    await ticket({ queue: 2, status: STATUS.sales, contact: 2 })
  }
  await ticket({ status: STATUS.closed })
  const all: object[] = [
    ...[{}, { view: 'closed' }, { view: 'all', sort: 'number' }, { queue: 'sales' }, { queue: 'unknown' }],
    ...[{ engineer: 1, from: '2026-01-01' }, { q: 'zirkulation' }, { contact: 2 }],
  ]
  for (const search of all) {
    const list = await listed(anna, search)
    expect(list.length, JSON.stringify(search)).toBeGreaterThan(0)
    expect(await exported(anna, search), JSON.stringify(search)).toEqual(list)
    expect(await exported(ben, search), JSON.stringify(search)).toEqual(await listed(ben, search))
  }
  const second = await deskList(await anna(), view({}), 'en', 5)
  expect(await exported(anna, { before: second.older })).toEqual(await listed(anna))
})

test('taking a list out is noted, with what it was narrowed to', async () => {
  await beginTicketExport(await anna(), view({ queue: 'sales', q: 'pump', before: '1.1' }))
  const [row] = await world.owner`select action, actor_id, after from audit order by id desc limit 1`
  expect(row).toMatchObject({
    action: 'tickets.exported',
    actor_id: '1',
    after: { queue: 'sales', q: 'pump', view: 'open' },
  })
})
