import { beforeAll, expect, test } from 'vitest'
import { companyList } from '#lib/companies/queries/list.ts'
import { customerWorld } from '#lib/contacts/commands/customer-world.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { customerListShape } from '../customer-list.ts'
import { contactsLike } from './alike.ts'
import { contactList } from './list.ts'
import { contactRecord } from './record.ts'

const world = customerWorld()
const ask = async (search: Record<string, string>, size?: number) =>
  contactList(await world.kim(), customerListShape.parse(search), 'en', size)
const names = async (search: Record<string, string>, size?: number) =>
  (await ask(search, size)).rows.map(({ name }) => name)

beforeAll(async () => {
  await world.asOwner(`
    insert into contacts (id, customer_group_id, name, active) overriding system value
      select 1000 + n, 1, 'Person ' || to_char(n, '0000'), n <> 3 from generate_series(1, 1200) n;
    insert into contacts (id, customer_group_id, name, external_id) overriding system value values (5000, 1, 'Zacharias Zettel', 'C-77 12')`)
})

test.each([
  ['the beginning of a name, without accents', 'muller'],
  ['the umlaut written out', 'MUELLER gra'],
  ['an e-mail address', 'grace@acme.example'],
  ['a login', 'grace'],
  ['the company', 'acme pumps grace'],
  ['a field', 'fitter'],
])('a contact is found by %s', async (_, q) => {
  expect(await names({ q })).toContain('Grace Müller')
})

test('a number is found with its signs and without them', async () => {
  expect(await names({ q: 'C-77 12' })).toEqual(['Zacharias Zettel'])
  expect(await names({ q: 'c7712' })).toEqual(['Zacharias Zettel'])
})

test('what changes is found by its new words at once, and not by its old ones', async () => {
  await world.asOwner(
    `update contacts set name = 'Hal Herbst' where id = 3; update companies set name = 'Gamma' where id = 2`,
  )
  expect(await names({ q: 'herbst gamma' })).toEqual(['Hal Herbst'])
  expect(await names({ q: 'summer' })).toEqual([])
})

test('nobody is found in a group that one may not read, and signs alone find nobody', async () => {
  expect(await names({ q: 'olga' })).toEqual([])
  expect(await names({ q: "' & | !:*" })).toEqual([])
  expect(await names({ group: 'other', q: 'winter' })).toEqual([])
})

test('a list is read forwards and backwards, each contact once', async () => {
  const seen: string[] = []
  let next: string | undefined
  do {
    const page = await ask({ ...(next ? { after: next } : {}), active: 'all' }, 400)
    seen.push(...page.rows.map(({ name }) => name))
    next = page.next
  } while (next)
  expect(seen).toHaveLength(1205)
  expect(new Set(seen).size).toBe(1205)
  const second = await ask({ after: (await ask({}, 2)).next ?? '' }, 2)
  expect(await names({ before: second.previous ?? '' }, 2)).toEqual(await names({}, 2))
})

test('a search that many fit is paged too', async () => {
  const first = await ask({ q: 'person' }, 50)
  const second = await ask({ q: 'person', after: first.next ?? '' }, 50)
  expect(second.rows[0]?.name).toBe('Person  0052')
  expect(await names({ q: 'person 00', active: 'no' })).toEqual(['Person  0003'])
})

test('companies are found by name, number and field', async () => {
  const found = async (q: string) =>
    (await companyList(await world.kim(), customerListShape.parse({ q }), 'en')).rows.map(({ name }) => name)
  await world.asOwner(`update companies set fields = '{"city": "Bremen"}' where id = 1`)
  for (const q of ['pumps', 'K10023', 'brem']) expect(await found(q)).toEqual(['ACME Pumps Ltd.'])
  expect(await found('other')).toEqual([])
})

test('who may be the same person is told: the same address, or a similar name in the group', async () => {
  await world.asOwner(`
    insert into contacts (id, customer_group_id, name) overriding system value values (6001, 1, 'Mueller, Grace'), (6002, 1, 'G. Other');
    insert into contact_details (contact_id, email) values (6002, 'GRACE@acme.example')`)
  const like = await asViewer(await world.kim(), async (tx) => contactsLike(tx, await contactRecord(tx, 1, 'en')))
  expect(like.map(({ id, reason }) => [id, reason])).toEqual([
    [6002, 'email'],
    [6001, 'name'],
  ])
})
