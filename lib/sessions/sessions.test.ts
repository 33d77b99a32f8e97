import { afterAll, beforeEach, expect, test } from 'vitest'
import { importWorld } from '../import/testing.ts'
import { endSession, endSessionsOf } from './commands.ts'
import { livingSessions } from './queries.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
const { anna, owner } = world
afterAll(() => world.end())
const admin = { ...anna, engineer: 5, name: 'Adam' }

beforeEach(async () => {
  await owner.unsafe(`delete from sessions; delete from engineers where id = 5; delete from roles where id = 9;
    insert into roles (id, name, administer) values (9, 'administrator', true);
    insert into engineers (id, login, name) values (5, 'adam', 'Adam'); insert into engineer_roles values (5, 9);
    insert into sessions (token_hash, contact_id, engineer_id, device, address, expires_at, idle_minutes, last_used_at, ended_at) values
      ('a', 9000900, null, 'Firefox', '10.0.0.1', now() + interval '1 hour', 60, now() - interval '1 minute', null),
      ('b', 9000900, null, 'Phone', '10.0.0.2', now() + interval '1 hour', 60, now() - interval '2 minutes', null),
      ('c', null, 1, 'Chrome', '10.0.0.3', now() + interval '1 hour', 60, now() - interval '3 minutes', null),
      ('d', 9000902, null, 'Idle', '10.0.0.4', now() + interval '1 hour', 60, now() - interval '2 hours', null),
      ('e', 9000902, null, 'Ended', '10.0.0.5', now() + interval '1 hour', 60, now(), now())`)
})
const everybody = { q: '', kind: 'all' } as const

test('an administrator sees who is signed in, whichever customers it may read, and nobody else does', async () => {
  const found = await livingSessions(admin, everybody)
  expect(found.map(({ person, login, address }) => [person, login, address])).toEqual([
    ['Grace Hall', 'grace', '10.0.0.1'],
    ['Grace Hall', 'grace', '10.0.0.2'],
    ['Anna', 'anna', '10.0.0.3'],
  ])
  expect(await livingSessions(anna, everybody)).toEqual([])
})

test.each([
  [{ q: 'grace', kind: 'all' as const }, 2],
  [{ q: 'delta works', kind: 'all' as const }, 2],
  [{ q: '10.0.0.3', kind: 'all' as const }, 1],
  [{ q: '', kind: 'engineer' as const }, 1],
  [{ q: '%', kind: 'all' as const }, 0],
])('the search %o finds %i', async (filter, count) => {
  expect(await livingSessions(admin, filter)).toHaveLength(count)
})

test('pages follow one another', async () => {
  const [first] = await livingSessions(admin, everybody, 1)
  const [second] = await livingSessions(admin, { ...everybody, before: first?.cursor }, 1)
  expect([first?.address, second?.address]).toEqual(['10.0.0.1', '10.0.0.2'])
})

test('one is ended, or all of a person, and both are told', async () => {
  const [first] = await livingSessions(admin, everybody)
  await endSession(admin, String(first?.id))
  await expect(endSession(admin, String(first?.id))).rejects.toMatchObject({ code: 'not_found' })
  expect(await endSessionsOf(admin, 'contact', 9000900)).toBe(1)
  expect(await livingSessions(admin, everybody)).toHaveLength(1)
  const told = await owner`select action, actor_id::int from audit where action like 'session%' order by id`
  expect(told.slice(-2)).toEqual([
    { action: 'session.ended', actor_id: 5 },
    { action: 'sessions.ended', actor_id: 5 },
  ])
})

test('whoever does not administer ends nothing of others', async () => {
  const [first] = await livingSessions(admin, everybody)
  await expect(endSession(anna, String(first?.id))).rejects.toMatchObject({ code: 'not_found' })
  expect(await endSessionsOf(anna, 'contact', 9000900)).toBe(0)
})
