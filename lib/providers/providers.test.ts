import { expect, test } from 'vitest'
import { providerAt, providersAt } from '#lib/auth/oidc/provider.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeProvider, createProvider, deleteProvider } from './commands.ts'
import { heldSecret, typedOrHeld } from './held-secret.ts'
import { newProvider, providerChange } from './input.ts'
import { clientOf, providerHealth, providerList, providerPage } from './queries.ts'
import { corp } from './testing.ts'

const world = adminWorld()
const { key: _, ...change } = { ...corp, clientSecret: '' }

test('a provider is offered at once, and its secret is sealed, kept and shown to nobody', async () => {
  const ada = await world.ada()
  const id = await createProvider(ada, corp)
  expect(await providersAt('any.example', 'contact')).toEqual([{ id, key: 'corp', name: 'Corporate' }])
  expect(await providersAt('any.example', 'engineer')).toEqual([])
  const [row] = await world.asOwner<{ client_secret: string }[]>('select client_secret from oidc_providers')
  expect(row?.client_secret).not.toContain('secret')
  const shown = JSON.stringify([await providerPage(ada, id), await providerList(ada), await world.told()])
  expect(shown).not.toContain(corp.clientSecret)
  expect(shown).not.toContain(row?.client_secret)
  await changeProvider(ada, id, { ...change, name: 'Corp' })
  expect(await providerAt('corp', 'any.example', 'contact')).toMatchObject({
    name: 'Corp',
    clientSecret: corp.clientSecret,
  })
  await changeProvider(ada, id, { ...change, clientSecret: 'another' })
  expect(await clientOf(ada, id)).toEqual({ key: 'corp', clientSecret: 'another' })
  expect(await world.told()).toMatchObject({ action: 'provider.changed', after: { secret: 'replaced' } })
})

test('it is offered where, to whom and while it is meant to be', async () => {
  const ada = await world.ada()
  await world.asOwner(
    `insert into hosts (host, theme) values ('acme.example', 'default'), ('other.example', 'default')`,
  )
  const id = await createProvider(ada, { ...corp, key: 'acme', hosts: ['acme.example'], forEngineers: true })
  const offered = async (host: string, kind: 'contact' | 'engineer') =>
    (await providersAt(host, kind)).some((one) => one.id === id)
  expect(await offered('ACME.example:3000', 'contact')).toBe(true)
  expect(await offered('acme.example', 'engineer')).toBe(true)
  expect(await offered('other.example', 'contact')).toBe(false)
  expect(await providerAt('acme', 'other.example', 'contact')).toBeNull()
  await changeProvider(ada, id, { ...change, hosts: ['acme.example'], forContacts: false, forEngineers: true })
  expect(await offered('acme.example', 'contact')).toBe(false)
  await changeProvider(ada, id, { ...change, active: false })
  expect(await offered('acme.example', 'contact')).toBe(false)
  expect(await providerAt('acme', 'acme.example', 'contact')).toBeNull()
})

test('one whose secret cannot be read is offered to nobody, and its page and the health page say why', async () => {
  const ada = await world.ada()
  const id = await createProvider(ada, { ...corp, key: 'lost', name: 'Lost' })
  const offered = async () => (await providersAt('any.example', 'contact')).some((one) => one.id === id)
  const listed = async () => (await providerList(ada)).find((one) => one.id === id)
  expect([await offered(), (await listed())?.secretIsLost]).toEqual([true, false])
  expect(await providerHealth(ada)).toMatchObject({ state: 'good', problems: [] })
  await world.asOwner(`update oidc_providers set client_secret = '${'x'.repeat(60)}' where id = ${id}`)
  expect([await offered(), (await listed())?.secretIsLost]).toEqual([false, true])
  expect(await providerPage(ada, id)).toMatchObject({ secretIsLost: true })
  expect(await providerHealth(ada)).toMatchObject({
    state: 'broken',
    facts: { reasons: 'Lost' },
    problems: ['providerSecret'],
  })
  await changeProvider(ada, id, { ...change, name: 'Lost', clientSecret: 'anew' })
  expect(await offered()).toBe(true)
})

test('another issuer knows other people, and a deleted provider nobody', async () => {
  const ada = await world.ada()
  const id = await createProvider(ada, { ...corp, key: 'moved' })
  const link = () =>
    world.asOwner(
      `insert into oidc_identities (provider_id, issuer, subject, contact_id, linked_by) values (${id}, 'i', 's', 1, 'owner')`,
    )
  await link()
  expect(await providerPage(ada, id)).toMatchObject({ people: 1 })
  await changeProvider(ada, id, { ...change, scopes: 'openid' })
  expect(await providerPage(ada, id)).toMatchObject({ people: 1 })
  await changeProvider(ada, id, { ...change, issuer: 'https://login.other.example' })
  expect(await providerPage(ada, id)).toMatchObject({ people: 0 })
  await link()
  await deleteProvider(ada, id)
  expect(await world.asOwner(`select from oidc_identities where provider_id = ${id}`)).toHaveLength(0)
  await expect(providerPage(ada, id)).rejects.toMatchObject({ code: 'not_found' })
})

test('a key is there once, hosts are known, and nobody overwrites what the form has not shown', async () => {
  const ada = await world.ada()
  const id = await createProvider(ada, { ...corp, key: 'once' })
  await expect(createProvider(ada, { ...corp, key: 'once' })).rejects.toMatchObject({ fields: { key: 'taken' } })
  await expect(createProvider(ada, { ...corp, key: 'bare', clientSecret: '' })).rejects.toMatchObject({
    fields: { clientSecret: 'missing' },
  })
  await expect(changeProvider(ada, id, { ...change, hosts: ['nowhere.example'] })).rejects.toMatchObject({
    fields: { hosts: 'unknown' },
  })
  await expect(changeProvider(ada, id, change, 'stale')).rejects.toMatchObject({ code: 'conflict' })
})

test('who does not administer neither reads nor changes providers', async () => {
  const [ada, ben] = await Promise.all([world.ada(), world.ben()])
  const id = await createProvider(ada, { ...corp, key: 'closed' })
  expect(await providerList(ben)).toEqual([])
  await expect(clientOf(ben, id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createProvider(ben, { ...corp, key: 'bens' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(changeProvider(ben, id, change)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteProvider(ben, id)).rejects.toMatchObject({ code: 'forbidden' })
})

const typed = {
  ...corp,
  active: 'on',
  forContacts: 'on',
  forEngineers: undefined,
  asksSecondFactor: undefined,
  linksByMail: undefined,
}

test.each([
  ['https://login.example/', 'https://login.example/'],
  [' https://login.example/realms/a/.well-known/openid-configuration ', 'https://login.example/realms/a'],
  ['http://localhost:9000', 'http://localhost:9000'],
])('"%s" is the issuer %s', (issuer, wanted) => {
  expect(newProvider.parse({ ...typed, issuer }).issuer).toBe(wanted)
})

test.each([
  ['issuer', 'http://login.example'],
  ['issuer', 'https://login.example/?a=b'],
  ['issuer', 'https://user:word@login.example'],
  ['issuer', 'login.example'],
  ['scopes', 'profile email'],
  ['scopes', 'openid "x"'],
  ['key', 'Corp'],
  ['key', 'undefined'],
])('%s "%s" is refused', (field, value) => {
  expect(newProvider.safeParse({ ...typed, [field]: value }).error?.issues.map(({ path }) => path[0])).toEqual([field])
})

test('a provider is for somebody', () => {
  expect(providerChange.safeParse({ ...typed, forContacts: undefined }).success).toBe(false)
})

test('a tested secret is held by the form, sealed; what is typed anew comes first, and a forged one is none', () => {
  const held = heldSecret('a word')
  expect(held).not.toContain('a word')
  expect(typedOrHeld('', held)).toBe('a word')
  expect(typedOrHeld('another', held)).toBe('another')
  expect(typedOrHeld('', 'forged')).toBe('')
  expect(typedOrHeld('')).toBe('')
})
