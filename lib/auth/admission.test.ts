import postgres from 'postgres'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownTestDatabase } from '../db/test-world.ts'
import { authenticate } from './authenticate.ts'
import { hostNamed } from './host.ts'
import { METHODS } from './method.ts'
import { passwordsAreKeptHere } from './methods.ts'
import { hashPassword, passwordScheme } from './passwords.ts'

const database = ownTestDatabase()
let owner: postgres.Sql
const PASSWORD = 'one password for all'
const ANNA = { kind: 'contact', login: 'anna', address: '10.0.0.1', host: 'portal.example' } as const
const EMIL = { ...ANNA, kind: 'engineer', login: 'emil' } as const

beforeAll(async () => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const hash = await hashPassword(PASSWORD)
  await owner`insert into customer_groups (id, key, labels, portal_enabled) values (1, 'a', '{}', true), (2, 'b', '{}', true)`
  await owner`insert into engineers (id, login, name, is_track) values (1, 'basic', 'Basic', true)`
  await owner`insert into engineers (id, login, name, password_hash, password_scheme) values (2, 'emil', 'Emil', ${hash}, ${passwordScheme()})`
  await owner`insert into contacts (id, customer_group_id, name) values (1, 1, 'Anna'), (2, 2, 'Berta')`
  await owner`insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme, ldap_id) values
    (1, 'anna', 'anna', 1, ${hash}, ${passwordScheme()}, 'uid-anna'), (2, 'berta', 'berta', 1, ${hash}, ${passwordScheme()}, null)`
  await owner`insert into hosts (host, theme) values ('a.example', 'acme'), ('both.example', 'acme'), ('open.example', 'acme')`
  await owner`insert into host_groups values ('a.example', 1), ('both.example', 1), ('both.example', 2)`
  await owner`insert into field_groups (id, customer_group_id, level, labels) values (1, 1, 'contact', '{}')`
  await owner`insert into data_fields (field_group_id, key, type, labels, annotations) values
    (1, 'login', 'text', '{"en": "Member number"}', '{username}'), (1, 'password', 'text', '{"en": "Secret"}', '{password}')`
})
beforeEach(() => owner`delete from back_offs`)

const method = (kind: string, value: string) =>
  owner`insert into settings (key, value) values (${`${kind}.authentication.method`}, ${owner.json(value)})
    on conflict (key) do update set value = excluded.value`

describe('the method of signing in', () => {
  test.each(METHODS)('%s lets a password of the database in only where it says so', async (value) => {
    await method('contact', value.toLowerCase().replace(',', ' , '))
    const byDatabase = value.includes('DATABASE')
    expect(await authenticate(ANNA, PASSWORD)).toEqual(
      byDatabase ? { outcome: 'accepted', owner: 1, by: 'password' } : { outcome: 'refused', cause: 'no_directory' },
    )
    expect(await passwordsAreKeptHere('contact')).toBe(byDatabase)
  })

  test('of customers is not that of engineers', async () => {
    await method('contact', 'LDAP')
    expect(await authenticate(EMIL, PASSWORD)).toMatchObject({ outcome: 'accepted' })
    await method('contact', 'DATABASE')
    await method('engineer', 'LDAP')
    expect(await authenticate(EMIL, PASSWORD)).toMatchObject({ cause: 'no_ldap_id' })
    expect(await authenticate(ANNA, PASSWORD)).toMatchObject({ outcome: 'accepted' })
  })

  test('that nobody knows is the default', async () => {
    await method('contact', 'RADIUS')
    expect(await authenticate(ANNA, PASSWORD)).toMatchObject({ outcome: 'accepted' })
  })
})

describe('a host', () => {
  const at = (login: string, host: string) => authenticate({ ...ANNA, login, host }, PASSWORD)

  test('admits the contacts of its customer groups', async () => {
    expect(await at('anna', 'a.example')).toMatchObject({ outcome: 'accepted' })
    expect(await at('anna', 'A.example:443')).toMatchObject({ outcome: 'accepted' })
    expect(await at('berta', 'both.example')).toMatchObject({ outcome: 'accepted' })
  })

  test('refuses those of others, with the right password too', async () => {
    expect(await at('berta', 'a.example')).toEqual({ outcome: 'refused', cause: 'wrong_host' })
    expect(await at('berta', 'A.example:443')).toEqual({ outcome: 'refused', cause: 'wrong_host' })
  })

  test('without customer groups, or unknown, admits all', async () => {
    expect(await at('berta', 'open.example')).toMatchObject({ outcome: 'accepted' })
    expect(await at('berta', 'unknown.example')).toMatchObject({ outcome: 'accepted' })
  })

  test('has no say about engineers', async () => {
    expect(await authenticate({ ...EMIL, host: 'a.example' }, PASSWORD)).toMatchObject({ cause: 'no_ldap_id' })
    await method('engineer', 'DATABASE')
    expect(await authenticate({ ...EMIL, host: 'a.example' }, PASSWORD)).toMatchObject({ outcome: 'accepted' })
  })

  test('that serves exactly one customer group speaks of login and password as that one does', async () => {
    expect(await hostNamed('a.example:443')).toEqual({
      theme: 'acme',
      login: { en: 'Member number' },
      password: { en: 'Secret' },
    })
    expect(await hostNamed('both.example')).toEqual({ theme: 'acme', login: null, password: null })
    expect(await hostNamed('unknown.example')).toBeNull()
  })
})
