import { expect, test } from 'vitest'
import { hostAdmits, hostNamed } from '#lib/auth/host.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeHost, createHost, deleteHost } from './commands.ts'
import { type HostChange, hostChange } from './input.ts'
import { hostList } from './queries.ts'

const world = adminWorld()
const host: HostChange = { host: 'acme.example', theme: 'default', groups: [1] }

test('a host decides at once what is worn there and who signs in', async () => {
  const ada = await world.ada()
  expect(await hostNamed('acme.example')).toBeNull()
  await createHost(ada, host)
  expect(await hostNamed('acme.example')).toMatchObject({ theme: 'default' })
  expect(await hostAdmits('acme.example', 1)).toBe(true)
  expect(await hostAdmits('acme.example', 2)).toBe(false)
  expect(await hostList(ada, 'en')).toEqual([{ host: 'acme.example', theme: 'default', groups: ['ACME'] }])
  await changeHost(ada, 'acme.example', { ...host, groups: [] })
  expect(await hostAdmits('acme.example', 2)).toBe(true)
  expect(await world.told()).toMatchObject({ action: 'host.changed', before: { groups: [1] }, after: { groups: [] } })
  await changeHost(ada, 'acme.example', { ...host, host: 'portal.acme.example', groups: [2] })
  expect(await hostAdmits('portal.acme.example', 1)).toBe(false)
  expect(await hostAdmits('acme.example', 1)).toBe(true)
  await deleteHost(ada, 'portal.acme.example')
  expect(await hostAdmits('portal.acme.example', 1)).toBe(true)
})

test('a host is there once, and wears a theme that is installed', async () => {
  const ada = await world.ada()
  await createHost(ada, host)
  await expect(createHost(ada, host)).rejects.toMatchObject({ fields: { host: 'taken' } })
  await expect(changeHost(ada, host.host, { ...host, theme: 'gone' })).rejects.toMatchObject({
    fields: { theme: 'unknown' },
  })
  await expect(changeHost(ada, host.host, { ...host, groups: [99] })).rejects.toMatchObject({
    fields: { groups: 'unknown' },
  })
})

test('who does not administer changes no host', async () => {
  const ben = await world.ben()
  await expect(createHost(ben, { ...host, host: 'b.example' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeHost(ben, host.host, host)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteHost(ben, host.host)).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  [' Portal.ACME.example ', 'portal.acme.example'],
  ['müller.example', 'xn--mller-kva.example'],
  ['localhost', 'localhost'],
])('"%s" is the host %s', (typed, name) => {
  expect(hostChange.parse({ host: typed, theme: 'default', groups: [] }).host).toBe(name)
})

test.each(['', 'https://acme.example', 'acme.example:3000', 'acme.example/x', 'a b', 'user@acme.example', 'new', '.'])(
  '"%s" is no host',
  (typed) => {
    expect(hostChange.safeParse({ host: typed, theme: 'default', groups: [] }).success).toBe(false)
  },
)
