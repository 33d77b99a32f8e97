import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Authentication, authenticate } from '#lib/auth/authenticate.ts'
import { METHODS, type Method } from '#lib/auth/method.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import { viewerOfSession } from '#lib/auth/sessions.ts'
import { signInWithPassword } from '#lib/auth/sign-in.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'
import { wakeAll } from './breaker.ts'
import type { LdapServer } from './server.ts'
import { sealBindPassword } from './servers.ts'
import { freePort, READER, startSlapd } from './slapd-world.ts'
import { type Wire, wire } from './wire.ts'

const database = ownTestDatabase()
let owner: postgres.Sql
const BOTH = '11111111-1111-4111-8111-111111111111'
const DIRECTORY_ONLY = '22222222-2222-4222-8222-222222222222'
const NAMED = '33333333-3333-4333-8333-333333333333'
const IN_DIRECTORY = 'what the directory knows'
const IN_DATABASE = 'what the database knows'
const slapd = await startSlapd({
  'dc=alpha': {
    people: [
      { uid: 'both', password: IN_DIRECTORY, uuid: BOTH },
      { uid: 'directory', password: IN_DIRECTORY, uuid: DIRECTORY_ONLY },
      { uid: 'named', password: IN_DIRECTORY, uuid: NAMED },
      { uid: 'database', password: IN_DIRECTORY },
    ],
  },
  'dc=beta': { people: [{ uid: 'both', password: 'the namesake’s' }] },
})
const headers = new Headers({ host: 'portal.example', 'user-agent': 'test' })
let wires: Wire[] = []

const insertServer = ({
  id,
  name,
  url,
  startTls,
  ca,
  baseDn,
  bindDn,
  bindPassword,
  connectMs,
  answerMs,
}: LdapServer) => owner`
  insert into ldap_servers (id, name, url, start_tls, ca, base_dn, bind_dn, bind_password, connect_ms, answer_ms, for_engineers)
  values (${id}, ${name}, ${url}, ${startTls}, ${ca}, ${baseDn}, ${bindDn}, ${bindPassword && sealBindPassword(bindPassword)},
    ${connectMs}, ${answerMs}, true)`
const serve = async (...servers: LdapServer[]) => {
  await owner`delete from ldap_servers`
  for (const server of servers) await insertServer(server)
}
const method = (kind: string, value: string) =>
  owner`insert into settings (key, value) values (${`${kind}.authentication.method`}, ${owner.json(value)})
    on conflict (key) do update set value = excluded.value`
const signIn = (login: string, password: string, kind: 'contact' | 'engineer' = 'contact') =>
  authenticate({ kind, login, address: '10.0.0.1', host: 'portal.example' }, password)
const told = (answer: Authentication) => (answer.outcome === 'accepted' ? answer.by : answer.cause)
const tries = async () => {
  const rows = await owner<{ failures: number }[]>`select failures from back_offs`
  return Math.max(0, ...rows.map(({ failures }) => failures))
}

beforeAll(async () => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const [hash, scheme] = [await hashPassword(IN_DATABASE), passwordScheme()]
  await owner`insert into customer_groups (id, key, labels, portal_enabled) values (1, 'a', '{}', true)`
  await owner`insert into engineers (id, login, name, is_track) values (1, 'basic', 'Basic', true)`
  await owner`insert into engineers (id, login, name, password_hash, password_scheme, ldap_id) values (2, 'emil', 'Emil', ${hash}, ${scheme}, ${BOTH})`
  const people = [
    { id: 1, login: 'both', hash, ldap: BOTH },
    { id: 2, login: 'directory', hash: null, ldap: DIRECTORY_ONLY },
    { id: 3, login: 'database', hash, ldap: null },
    { id: 4, login: 'neither', hash: null, ldap: null },
    { id: 5, login: 'portal-name', hash: null, ldap: 'Named' },
    { id: 6, login: 'shut-out', hash: null, ldap: DIRECTORY_ONLY },
  ]
  for (const one of people) {
    await owner`insert into contacts (id, customer_group_id, name) values (${one.id}, 1, ${one.login})`
    await owner`insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme, ldap_id, disabled)
      values (${one.id}, ${one.login}, ${one.login}, 1, ${one.hash}, ${one.hash && scheme}, ${one.ldap}, ${one.login === 'shut-out'})`
  }
})
beforeEach(async () => {
  wakeAll()
  await owner`delete from back_offs`
  await serve(slapd.server())
})
afterEach(async () => {
  await Promise.all(wires.map((one) => one.stop()))
  wires = []
})
afterAll(async () => {
  await owner.end()
  await slapd.stop()
})

// access.md, "Signing in": by method what becomes of the directory's and the database's password.
type Row = [method: Method, login: string, byDirectory: string, byDatabase: string]
const table: Row[] = [
  ['DATABASE', 'both', 'wrong_password', 'password'],
  ['DATABASE', 'directory', 'no_password', 'no_password'],
  ['DATABASE', 'database', 'wrong_password', 'password'],
  ['DATABASE', 'neither', 'no_password', 'no_password'],
  ['LDAP', 'both', 'directory', 'wrong_password'],
  ['LDAP', 'directory', 'directory', 'wrong_password'],
  ['LDAP', 'database', 'no_ldap_id', 'no_ldap_id'],
  ['LDAP', 'neither', 'no_ldap_id', 'no_ldap_id'],
  ['LDAP,DATABASE', 'both', 'directory', 'password'],
  ['LDAP,DATABASE', 'directory', 'directory', 'wrong_password'],
  ['LDAP,DATABASE', 'database', 'wrong_password', 'password'],
  ['LDAP,DATABASE', 'neither', 'no_ldap_id', 'no_ldap_id'],
  ['DATABASE,LDAP', 'both', 'directory', 'password'],
  ['DATABASE,LDAP', 'directory', 'directory', 'wrong_password'],
  ['DATABASE,LDAP', 'database', 'wrong_password', 'password'],
  ['DATABASE,LDAP', 'neither', 'no_password', 'no_password'],
]

describe('by the method', () => {
  test.each(table)(
    '%s the account "%s" signs in by the directory’s password: %s, by the database’s: %s',
    async (value, login, byDirectory, byDatabase) => {
      await method('contact', value)
      expect(told(await signIn(login, IN_DIRECTORY))).toBe(byDirectory)
      expect(told(await signIn(login, IN_DATABASE))).toBe(byDatabase)
    },
  )

  test.each(METHODS.filter((value) => value !== 'DATABASE'))(
    '%s an empty, a blank and a NUL password, and an unknown login, get nowhere, and no server hears of them',
    async (value) => {
      await method('contact', value)
      const line = await wire(slapd.port)
      wires.push(line)
      await serve(slapd.server({ url: `ldap://127.0.0.1:${line.port}`, startTls: false }))
      for (const password of ['', ' \t', `${IN_DIRECTORY}\0`]) {
        expect(told(await signIn('directory', password))).toMatch(/^(wrong_password|no_password)$/)
        expect(line.said().length).toBe(0)
      }
      expect(told(await signIn('nobody', IN_DIRECTORY))).toBe('unknown_login')
      expect(line.said().includes(IN_DIRECTORY)).toBe(false)
    },
  )

  test('of engineers, who have their own', async () => {
    await method('contact', 'DATABASE')
    await method('engineer', 'LDAP')
    expect(told(await signIn('emil', IN_DIRECTORY, 'engineer'))).toBe('directory')
    expect(told(await signIn('emil', IN_DATABASE, 'engineer'))).toBe('wrong_password')
    expect(told(await signIn('both', IN_DATABASE))).toBe('password')
    await owner`update ldap_servers set for_engineers = false`
    expect(told(await signIn('emil', IN_DIRECTORY, 'engineer'))).toBe('no_directory')
  })
})

describe('under LDAP', () => {
  beforeEach(() => method('contact', 'LDAP'))

  test('logins have one normal form, and failures of all spellings one count', async () => {
    for (const login of ['BOTH', ' both ', 'Ｂoth']) expect(told(await signIn(login, IN_DIRECTORY))).toBe('directory')
    for (const login of ['both', 'BOTH', ' both', 'Both', 'bOTH']) await signIn(login, 'a guess')
    expect(told(await signIn('both', IN_DIRECTORY))).toBe('blocked')
  })

  test('rights stay with the account: a disabled one stays out', async () => {
    expect(told(await signIn('shut-out', IN_DIRECTORY))).toBe('no_access')
  })

  test('servers are asked in the order of their names, and a namesake on the first is nobody', async () => {
    const beta = slapd.server({ id: 2, name: 'Aaa', baseDn: 'dc=beta', bindDn: READER.dn('dc=beta') })
    await serve(slapd.server(), beta)
    expect(told(await signIn('both', 'the namesake’s'))).toBe('wrong_password')
    expect(told(await signIn('both', IN_DIRECTORY))).toBe('directory')
    await owner`update ldap_servers set active = false where name = 'alpha'`
    expect(told(await signIn('both', IN_DIRECTORY))).toBe('not_in_directory')
  })

  test('a name becomes the directory’s identity at the first sign-in, and then its next bearer stays out', async () => {
    const ldapId = async () => (await owner`select ldap_id from accounts where contact_id = 5`)[0]?.ldap_id
    expect(told(await signIn('portal-name', 'a guess'))).toBe('wrong_password')
    expect(await ldapId()).toBe('Named')
    expect(told(await signIn('portal-name', IN_DIRECTORY))).toBe('directory')
    expect(await ldapId()).toBe(NAMED)
    const [entry] = await owner`select actor_id, before, after from audit where action = 'directory.linked'`
    expect(entry).toMatchObject({ before: { ldapId: 'Named' }, after: { ldapId: NAMED, server: 'alpha' } })
    await serve(slapd.server({ baseDn: 'dc=beta', bindDn: READER.dn('dc=beta') }))
    expect(told(await signIn('portal-name', 'the namesake’s'))).toBe('not_in_directory')
  })
})

describe('a directory that does not answer', () => {
  const down = async (kind: 'closed' | 'hole') => {
    if (kind === 'closed') return slapd.server({ url: `ldap://127.0.0.1:${await freePort()}` })
    const hole = await wire()
    wires.push(hole)
    return slapd.server({ url: `ldap://127.0.0.1:${hole.port}`, connectMs: 300 })
  }

  test.each(['closed', 'hole'] as const)('(%s) refuses in time, counts no try and locks nobody out', async (kind) => {
    await method('contact', 'LDAP')
    await serve(await down(kind))
    for (let times = 0; times < 7; times += 1) {
      const began = performance.now()
      const answer = await signIn('directory', IN_DIRECTORY)
      expect(answer).toMatchObject({ cause: 'directory_down', faults: [expect.stringMatching(/^alpha: /)] })
      expect(performance.now() - began).toBeLessThan(5_000)
    }
    expect(await tries()).toBe(0)
    await serve(slapd.server())
    expect(told(await signIn('directory', IN_DIRECTORY))).toBe('directory')
  })

  test('shortens no wait that guesses have earned', async () => {
    await method('contact', 'LDAP')
    for (let times = 0; times < 4; times += 1) await signIn('directory', 'a guess')
    await serve(await down('closed'))
    for (let times = 0; times < 3; times += 1) await signIn('directory', 'a guess')
    expect(await tries()).toBe(4)
    await serve(slapd.server())
    expect(told(await signIn('directory', 'a guess'))).toBe('wrong_password')
    expect(told(await signIn('directory', IN_DIRECTORY))).toBe('blocked')
  })

  test.each(['LDAP,DATABASE', 'DATABASE,LDAP'])(
    'under %s leaves the passwords of the database working, and guesses at them counted',
    async (value) => {
      await method('contact', value)
      await serve(await down('closed'))
      expect(told(await signIn('both', IN_DATABASE))).toBe('password')
      expect(told(await signIn('database', IN_DATABASE))).toBe('password')
      expect(told(await signIn('both', 'a guess'))).toBe('wrong_password')
      expect(await tries()).toBe(1)
    },
  )

  test('and an unknown login are refused alike', async () => {
    await method('contact', 'LDAP')
    await serve(await down('closed'))
    for (let times = 0; times < 7; times += 1) expect(told(await signIn('nobody', 'a guess'))).toBe('unknown_login')
    expect(await tries()).toBe(0)
  })

  test('is named in the audit log, and a sign-in says by what it came', async () => {
    await method('contact', 'LDAP')
    await signInWithPassword({ kind: 'contact', login: 'both', password: IN_DIRECTORY }, headers)
    await serve(await down('closed'))
    await signInWithPassword({ kind: 'contact', login: 'both', password: IN_DIRECTORY }, headers)
    const rows = await owner`select action, after from audit where action like 'sign_in%' order by id desc limit 2`
    expect(rows[0]).toMatchObject({
      action: 'sign_in.refused',
      after: { cause: 'directory_down', faults: [expect.stringContaining('alpha: unreachable')] },
    })
    expect(rows[1]).toMatchObject({ action: 'sign_in', after: { by: 'directory' } })
    expect(JSON.stringify(rows)).not.toContain(IN_DIRECTORY)
  })
})

test('whoever comes by the directory need not change an initial password, and whoever comes by that one must', async () => {
  await method('contact', 'LDAP,DATABASE')
  await owner`update accounts set must_change_password = true where contact_id = 1`
  const mustChange = async (password: string) => {
    const admission = await signInWithPassword({ kind: 'contact', login: 'both', password }, headers)
    const viewer = admission.outcome === 'admitted' ? await viewerOfSession(admission.session) : null
    return viewer?.must_change_password
  }
  expect(await mustChange(IN_DIRECTORY)).toBe(false)
  expect(await mustChange(IN_DATABASE)).toBe(true)
})
