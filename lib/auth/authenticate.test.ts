import postgres from 'postgres'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownTestDatabase } from '../db/test-world.ts'
import { env } from '../env.ts'
import { authenticate } from './authenticate.ts'
import { hashPassword, passwordScheme } from './passwords.ts'
import { startSession, viewerOfSession } from './sessions.ts'

const database = ownTestDatabase()
let owner: postgres.Sql
const ANNA = { kind: 'contact', login: 'anna', address: '10.0.0.1', host: 'portal.example' } as const

beforeAll(async () => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const [anna, berta] = await Promise.all([hashPassword('annas own password'), hashPassword('bertas own password')])
  await owner`insert into customer_groups (id, key, labels, portal_enabled) values (1, 'g', '{"en":"G"}', true)`
  await owner`insert into engineers (id, login, name, is_track) values (1, 'basic', 'Basic', true)`
  await owner`insert into engineers (id, login, name, password_hash, password_scheme) values (2, 'Emil', 'Emil', ${anna}, ${passwordScheme()})`
  await owner`insert into contacts (id, customer_group_id, name) select i, 1, 'contact ' || i from generate_series(1, 4) i`
  await owner`insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme) values
    (1, 'Anna', 'anna', 1, ${anna}, ${passwordScheme()}), (2, 'Berta', 'berta', 1, ${berta}, 'an-older-scheme'),
    (3, 'noprofile', 'noprofile', null, ${anna}, ${passwordScheme()}), (4, 'nopassword', 'nopassword', 1, null, null)`
})
beforeEach(() => owner`delete from back_offs`)

describe('a login and its password', () => {
  test('belong to one account and no other', async () => {
    expect(await authenticate(ANNA, 'annas own password')).toEqual({ outcome: 'accepted', owner: 1, by: 'password' })
    expect(await authenticate({ ...ANNA, login: 'berta' }, 'bertas own password')).toEqual({
      outcome: 'accepted',
      owner: 2,
      by: 'password',
    })
    expect(await authenticate(ANNA, 'bertas own password')).toEqual({ outcome: 'refused', cause: 'wrong_password' })
  })

  test('are found without regard to case, outer blanks and Unicode form', async () => {
    expect(await authenticate({ ...ANNA, login: ' ＡNNA ' }, 'annas own password')).toMatchObject({ owner: 1 })
  })

  test.each([
    ['an unknown login', 'nobody', 'unknown_login'],
    ['an account without profile', 'noprofile', 'no_access'],
    ['an account without password', 'nopassword', 'no_password'],
    ["an engineer's login at the customers' door", 'emil', 'unknown_login'],
    ["a profile's login", 'basic', 'unknown_login'],
  ])('of %s are refused', async (_who, login, cause) => {
    expect(await authenticate({ ...ANNA, login }, 'annas own password')).toEqual({ outcome: 'refused', cause })
  })

  test('of an engineer open the desk, of a customer do not', async () => {
    expect(await authenticate({ ...ANNA, kind: 'engineer', login: 'EMIL' }, 'annas own password')).toMatchObject({
      owner: 2,
    })
    expect(await authenticate({ ...ANNA, kind: 'engineer' }, 'annas own password')).toMatchObject({
      cause: 'unknown_login',
    })
    expect(await authenticate({ ...ANNA, kind: 'engineer', login: 'basic' }, 'x')).toMatchObject({
      cause: 'unknown_login',
    })
  })

  test('are hashed anew with the present parameters when they were hashed with others', async () => {
    await authenticate({ ...ANNA, login: 'berta' }, 'bertas own password')
    const [row] = await owner`select password_scheme from accounts where contact_id = 2`
    expect(row?.password_scheme).toBe(passwordScheme())
  })

  test('hold when the pepper changes, and are hashed anew with the new one, once', async () => {
    const [before] = env.passwordPeppers
    const schemeOf = async () =>
      (await owner`select password_scheme as scheme from accounts where contact_id = 1`)[0]?.scheme
    const of = (peppers: string[]) =>
      Object.defineProperty(env, 'passwordPeppers', { configurable: true, value: peppers })
    const old = await schemeOf()
    try {
      of(['another-pepper-another-pepper-another'])
      expect(await authenticate(ANNA, 'annas own password')).toMatchObject({ cause: 'wrong_password' })
      of(['another-pepper-another-pepper-another', before])
      expect(await authenticate(ANNA, 'annas own password')).toMatchObject({ outcome: 'accepted' })
      expect(await schemeOf()).toBe(passwordScheme())
      expect(await schemeOf()).not.toBe(old)
      of(['another-pepper-another-pepper-another'])
      expect(await authenticate(ANNA, 'annas own password')).toMatchObject({ outcome: 'accepted' })
    } finally {
      of([before])
      await owner`update accounts set password_hash = ${await hashPassword('annas own password')}, password_scheme = ${passwordScheme()} where contact_id = 1`
    }
  })

  test('that differ only after the 72nd byte are different', async () => {
    const long = 'ü'.repeat(40)
    await owner`update accounts set password_hash = ${await hashPassword(`${long}a`)} where contact_id = 2`
    expect(await authenticate({ ...ANNA, login: 'berta' }, `${long}b`)).toMatchObject({ outcome: 'refused' })
    expect(await authenticate({ ...ANNA, login: 'berta' }, `${long}a`)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('guessing', () => {
  test('is slowed after five failures, by whatever spelling of the login, and the right password has to wait too', async () => {
    for (const login of ['anna', 'ANNA', ' anna', 'anna ', 'Anna']) await authenticate({ ...ANNA, login }, 'guess')
    expect(await authenticate(ANNA, 'annas own password')).toEqual({ outcome: 'refused', cause: 'blocked' })
  })

  test('with many guesses at once gets no more of them looked at', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, () => authenticate(ANNA, 'guess')))
    const causes = guesses.map((one) => (one.outcome === 'refused' ? one.cause : one.outcome))
    expect(causes.filter((cause) => cause === 'wrong_password')).toHaveLength(5)
    expect(causes.filter((cause) => cause === 'blocked')).toHaveLength(7)
  })

  test('ends by time', async () => {
    for (let i = 0; i < 5; i++) await authenticate(ANNA, 'guess')
    await owner`update back_offs set until = now() - interval '1 second'`
    expect(await authenticate(ANNA, 'annas own password')).toMatchObject({ outcome: 'accepted' })
  })

  test('at one account leaves another at the same address alone, until the address itself is slowed', async () => {
    for (let i = 0; i < 6; i++) await authenticate(ANNA, 'guess')
    const berta = { ...ANNA, login: 'berta' }
    await owner`update accounts set password_hash = ${await hashPassword('bertas own password')} where contact_id = 2`
    expect(await authenticate(berta, 'bertas own password')).toMatchObject({ outcome: 'accepted' })
    await owner`update back_offs set failures = 29 where key = 'address:10.0.0.1'`
    await authenticate({ ...ANNA, login: 'somebody' }, 'guess')
    expect(await authenticate(berta, 'bertas own password')).toEqual({ outcome: 'refused', cause: 'blocked' })
    expect(await authenticate({ ...berta, address: '10.0.0.2' }, 'bertas own password')).toMatchObject({
      outcome: 'accepted',
    })
  })
})

describe('a session', () => {
  const start = () => startSession({ kind: 'contact', owner: 1, device: 'test', address: '10.0.0.1' })

  test('is its owner, and only under its own id', async () => {
    const token = await start()
    expect(await viewerOfSession(String(token))).toMatchObject({ kind: 'contact', contact: 1 })
    expect(await viewerOfSession(`${token}x`)).toBeNull()
    const stored = await owner`select token_hash from sessions`
    expect(stored.map((row) => row.token_hash)).not.toContain(token)
  })

  test.each([
    [
      'the account is disabled',
      'update accounts set disabled = true where contact_id = 1',
      'update accounts set disabled = false where contact_id = 1',
    ],
    [
      'the account is locked',
      "update accounts set locked_until = now() + interval '1 hour' where contact_id = 1",
      'update accounts set locked_until = null where contact_id = 1',
    ],
    [
      'the profile is taken away',
      'update accounts set profile_id = null where contact_id = 1',
      'update accounts set profile_id = 1 where contact_id = 1',
    ],
    [
      'the contact is deactivated',
      'update contacts set active = false where id = 1',
      'update contacts set active = true where id = 1',
    ],
    [
      "the group's portal is switched off",
      'update customer_groups set portal_enabled = false',
      'update customer_groups set portal_enabled = true',
    ],
    ['it is idle for too long', "update sessions set last_used_at = now() - interval '1 day'", 'select 1'],
    ['its time is over', "update sessions set expires_at = now() - interval '1 second'", 'select 1'],
    ['it was ended', 'update sessions set ended_at = now()', 'select 1'],
  ])('is nobody once %s', async (_what, change, repair) => {
    const token = String(await start())
    expect(await viewerOfSession(token)).not.toBeNull()
    await owner.unsafe(change)
    expect(await viewerOfSession(token)).toBeNull()
    await owner.unsafe(repair)
  })
})
