import { expect, test } from 'vitest'
import { adminWorld } from '../commands/admin-world.ts'
import { profileContacts } from './contacts.ts'
import { engineerList, engineerViewShape } from './list.ts'
import { engineerForm } from './page.ts'

const world = adminWorld()
const list = async (asked: Record<string, string>, size?: number) =>
  engineerList(await world.ada(), engineerViewShape.parse(asked), size)
const names = async (asked: Record<string, string>) => (await list(asked)).rows.map(({ name }) => name)

test('the list has engineers and profiles by name, narrowed by kind, state and words', async () => {
  await world.asOwner(
    `insert into engineers (id, login, name, active) overriding system value values (4, 'old', 'Ivy', false)`,
  )
  expect(await names({})).toEqual(['Ada', 'Ben', 'Ivy', 'Zoe'])
  expect(await names({ kind: 'profile' })).toEqual(['Zoe'])
  expect(await names({ kind: 'engineer', state: 'active' })).toEqual(['Ada', 'Ben'])
  expect(await names({ state: 'inactive' })).toEqual(['Ivy'])
  expect(await names({ q: 'OLD' })).toEqual(['Ivy'])
  expect(await names({ q: '%' })).toEqual([])
  expect(await names({ kind: 'robot' })).toHaveLength(4)
})

test('a row says which roles there are, and of a profile how many contacts share it', async () => {
  const { rows, seats } = await list({})
  expect(rows.find(({ name }) => name === 'Zoe')).toMatchObject({ isTrack: true, roles: ['Track'], contacts: 2 })
  expect(rows.find(({ name }) => name === 'Ada')).toMatchObject({ roles: ['Administrator'], contacts: null })
  expect(seats).toEqual({ limit: null, engineers: 2, profiles: 1 })
})

test('pages follow one another forwards and back, and none is missing', async () => {
  const first = await list({}, 2)
  const second = await list({ before: first.older ?? '' }, 2)
  const back = await list({ after: second.newer ?? '' }, 2)
  const all = [...first.rows, ...second.rows].map(({ name }) => name)
  expect(all).toEqual(await names({}))
  expect(second.older).toBeUndefined()
  expect(back.rows).toEqual(first.rows)
  expect(back.newer).toBeUndefined()
})

test('all contacts of a profile are counted, and those named whose customer group one may read', async () => {
  const { total, rows } = await profileContacts(await world.ada(), 3, {}, 'en')
  expect(total).toBe(2)
  expect(rows.map(({ name, company, group }) => [name, company, group])).toEqual([['Grace', 'ACME Ltd.', 'ACME']])
  await world.asOwner('insert into group_grants (role_id, customer_group_id, read) values (1, 2, true)')
  const both = await profileContacts(await world.ada(), 3, {}, 'en', 1)
  const next = await profileContacts(await world.ada(), 3, { before: both.older }, 'en', 1)
  expect([...both.rows, ...next.rows].map(({ name }) => name)).toEqual(['Grace', 'Olga'])
  await expect(profileContacts(await world.ada(), 2, {}, 'en')).rejects.toMatchObject({ code: 'not_found' })
})

test('before deactivating one learns how many lose access, who is in, and which groups give the profile', async () => {
  await world.asOwner(`update customer_groups set account_assignment = 'fixed', fixed_profile_id = 3 where id = 2`)
  await world.asOwner(`insert into sessions (token_hash, contact_id, expires_at, idle_minutes) values
    ('a', 1, now() + interval '1 hour', 60), ('b', 1, now() + interval '1 hour', 60), ('c', 2, now(), 60)`)
  expect(await engineerForm(await world.ada(), 3, 'en')).toMatchObject({
    contacts: 2,
    signedIn: 1,
    fixedFor: ['Other'],
  })
})

test('who does not administer reads none of it', async () => {
  const ben = await world.ben()
  const forbidden = { code: 'forbidden' }
  await expect(engineerList(ben, engineerViewShape.parse({}))).rejects.toMatchObject(forbidden)
  await expect(engineerForm(ben, 3, 'en')).rejects.toMatchObject(forbidden)
  await expect(profileContacts(ben, 3, {}, 'en')).rejects.toMatchObject(forbidden)
})
