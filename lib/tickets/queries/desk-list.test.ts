import { afterAll, describe, expect, it } from 'vitest'
import { deskList } from './desk-list.ts'
import { deskWorld, STATUS, type Who } from './desk-testing.ts'
import { deskViewShape } from './desk-view.ts'

const world = await deskWorld()
const { anna, ben, dora, ticket } = world
afterAll(() => world.end())

const list = async (who: Who, search: object = {}, size?: number) =>
  deskList(await who(), deskViewShape.parse(search), 'en', size)
const numbers = async (...asked: Parameters<typeof list>) => (await list(...asked)).rows.map(({ number }) => number)

describe('the list', () => {
  it('shows an engineer the queues with read, and nothing of the others', async () => {
    const sales = await ticket({ queue: 2, status: STATUS.sales })
    const { nav } = await list(ben)
    expect(nav.queues.map(({ key }) => key)).toEqual(['support'])
    expect(await numbers(ben, { queue: 'sales' })).not.toContain(sales)
    expect(await numbers(anna, { queue: 'sales' })).toEqual([sales])
  })

  it('hides tickets of a customer group without read, but not those without a main customer', async () => {
    const [olgas, nobodys] = [await ticket({ contact: 2 }), await ticket({ contact: null })]
    expect(await numbers(anna)).toEqual(expect.arrayContaining([olgas, nobodys]))
    expect(await numbers(ben)).not.toContain(olgas)
    expect(await numbers(ben)).toContain(nobodys)
    expect((await list(dora)).rows.every(({ owner }) => owner === null)).toBe(true)
  })

  it('tells mine, unassigned, open and closed apart', async () => {
    const [mine, closed, free] = [
      await ticket({ engineer: 1 }),
      await ticket({ status: STATUS.closed, engineer: 1 }),
      await ticket(),
    ]
    expect(await numbers(anna, { view: 'mine' })).toEqual([mine])
    expect(await numbers(anna, { view: 'closed' })).toEqual([closed])
    expect(await numbers(anna, { view: 'unassigned' })).toContain(free)
    expect(await numbers(anna, { view: 'unassigned' })).not.toContain(mine)
    expect(await numbers(anna)).toEqual(expect.arrayContaining([mine, free]))
    expect(await numbers(anna, { view: 'mine', queue: 'sales' })).toEqual([])
  })

  it('keeps articles out of the views over all queues', async () => {
    const article = await ticket({ queue: 3, status: STATUS.published, contact: null })
    for (const view of ['open', 'unassigned']) expect(await numbers(anna, { view })).not.toContain(article)
    expect(await numbers(anna, { queue: 'faq' })).toEqual([article])
  })

  it.each([['open'], ['unassigned']])(
    'merges the queues in the order of activity and pages through %s both ways',
    async (view) => {
      for (let made = 0; made < 6; made++) await ticket(made % 2 ? { queue: 2, status: STATUS.sales } : {})
      const all = await numbers(anna, { view })
      expect(all).toEqual(all.toSorted((a, b) => b - a))
      const first = await list(anna, { view }, 4)
      const second = await list(anna, { view, before: first.older }, 4)
      const back = await list(anna, { view, after: second.newer }, 4)
      const pages = [first, second, back].map(({ rows }) => rows.map(({ number }) => number))
      expect(pages).toEqual([all.slice(0, 4), all.slice(4, 8), all.slice(0, 4)])
      expect([first.newer, back.newer]).toEqual([undefined, undefined])
    },
  )

  it('searches open and closed tickets of the readable queues', async () => {
    const [found, old] = [
      await ticket({ subject: 'Zirkulation' }),
      await ticket({ subject: 'Zirkulation', status: STATUS.closed }),
    ]
    const hidden = await ticket({ subject: 'Zirkulation', queue: 2, status: STATUS.sales })
    expect(await numbers(ben, { q: 'zirkulation' })).toEqual([old, found])
    expect(await numbers(anna, { q: 'zirkulation' })).toEqual([hidden, old, found])
    expect(await numbers(anna, { q: 'zirkulation', queue: 'sales' })).toEqual([hidden])
  })

  it('asks who is meant where a name fits several, and then shows the tickets of the one', async () => {
    const [hers, olgas] = [await ticket(), await ticket({ contact: 2 })]
    const asked = await list(anna, { customer: 'acme' })
    expect(asked.rows).toEqual([])
    expect(asked.picks?.companies).toEqual([{ id: 1, name: 'ACME Ltd.' }])
    expect(asked.picks?.contacts.map(({ id }) => id)).toEqual([1])
    expect(await numbers(anna, { company: 1 })).toContain(hers)
    const only = await list(anna, { customer: 'olga', company: 1 })
    expect(only.view).toMatchObject({ contact: 2, company: undefined, customer: undefined })
    expect(only.rows.map(({ number }) => number)).toContain(olgas)
  })

  it('finds nobody of a customer group without read', async () => {
    expect((await list(ben, { customer: 'olga' })).picks).toEqual({ contacts: [], companies: [], more: false })
  })

  it('counts to its bound and then says that there are more', async () => {
    await world.owner`insert into tickets (queue_id, status_id, main_contact_id, subject, engineer_id)
      select 2, 4, 1, 'Many', 1 from generate_series(1, 501)`
    const { nav } = await list(anna)
    expect(nav.queues.find(({ key }) => key === 'sales')?.open).toEqual({ count: 500, more: true })
    expect(nav.mine).toEqual({ count: 500, more: true })
    expect(nav.unassigned).toMatchObject({ more: false })
  })
})
