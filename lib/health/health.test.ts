import { createServer } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { sealBindPassword } from '../auth/ldap/servers.ts'
import { startSlapd } from '../auth/ldap/slapd-world.ts'
import { env } from '../env.ts'
import { importWorld } from '../import/testing.ts'
import { health } from './health.ts'
import { asked } from './part.ts'

const world = await importWorld((values) => Object.assign(process.env, values))
afterAll(() => world.end())

test('each part says how it is', async () => {
  const parts = await health(world.anna)
  const states = Object.fromEntries(parts.map(({ key, state }) => [key, state]))
  expect(states).toMatchObject({
    mail: 'good',
    jobs: 'good',
    directory: 'off',
    audit: 'attention',
    versions: 'good',
  })
  const database = parts.find(({ key }) => key === 'database')
  expect(database?.facts).toMatchObject({ applied: database?.facts?.known })
})

test('one that fails or hangs costs nobody else its answer', async () => {
  const began = Date.now()
  const parts = await Promise.all([
    asked('mail', () => Promise.reject(new Error('down'))),
    asked('jobs', () => new Promise(() => {})),
    asked('themes', async () => ({ state: 'good', problems: [] })),
  ])
  expect(parts.map(({ state, problems }) => [state, ...problems])).toEqual([
    ['broken', 'unreachable'],
    ['broken', 'silent'],
    ['good'],
  ])
  expect(Date.now() - began).toBeLessThan(4_000)
})

test('what is wrong is named with what to do about it', async () => {
  await world.owner`insert into settings (key, value) values ('contact.authentication.method', '"LDAP"')`
  const parts = await health(world.anna)
  expect(parts.find(({ key }) => key === 'directory')).toMatchObject({
    state: 'broken',
    problems: ['directoryMissing'],
  })
})

test('a directory that does not answer is named with its fault, and one that does is good', async () => {
  const slapd = await startSlapd({ 'dc=alpha': {} })
  const { url, ca, baseDn, bindDn, bindPassword } = slapd.server()
  const row = {
    url,
    ca,
    start_tls: true,
    base_dn: baseDn,
    bind_dn: bindDn,
    bind_password: sealBindPassword(bindPassword ?? ''),
  }
  await world.owner`insert into ldap_servers ${world.owner({ name: 'alpha', ...row })}`
  const directory = async () => (await health(world.anna)).find(({ key }) => key === 'directory')
  expect(await directory()).toMatchObject({ state: 'good', facts: { count: 1 }, problems: [] })
  await world.owner`insert into ldap_servers ${world.owner({ name: 'beta', ...row, base_dn: 'dc=nothing' })}`
  expect(await directory()).toMatchObject({ state: 'attention', facts: { reasons: 'beta: base' } })
  await slapd.stop()
  const down = await directory()
  expect(down).toMatchObject({ state: 'broken', problems: ['directoryDown'] })
  expect(down?.facts?.reasons).toBe('alpha: unreachable; beta: unreachable')
  await world.owner`delete from ldap_servers`
  await world.owner`delete from settings`
})

test('a mail server that lets nobody in is broken, and says so within the part’s two seconds', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const address = silent.address()
  const smtp = (url: string | undefined) =>
    Object.defineProperty(env, 'smtpUrl', { configurable: true, get: () => url })
  smtp(`smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
  expect((await health(world.anna)).find(({ key }) => key === 'mail')).toMatchObject({
    state: 'broken',
    problems: ['mailSlow'],
  })
  silent.close()
  smtp(undefined)
})

test('a worker that gives no sign of life any more is missed', async () => {
  const jobs = async () => (await health(world.anna)).find(({ key }) => key === 'jobs')
  await world.owner`update pgboss.queue set monitor_on = now() - interval '30 seconds'`
  expect(await jobs()).toMatchObject({ state: 'good', facts: { silent: expect.closeTo(30, -1) } })
  await world.owner`update pgboss.queue set monitor_on = now() - interval '3 minutes'`
  expect(await jobs()).toMatchObject({ state: 'broken', problems: ['jobsSilent'] })
})
