import { beforeAll, expect, test } from 'vitest'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { connectIdentity, disconnectIdentity } from '#lib/identities/commands.ts'
import { ownIdentities } from '#lib/identities/queries.ts'
import { changeProvider, createProvider } from '#lib/providers/commands.ts'
import { corp } from '#lib/providers/testing.ts'
import { admit } from '../sign-in.ts'
import { type Kind, type Provider, providerAt } from './provider.ts'
import { identityOf } from './sign-in.ts'

const world = adminWorld()
const headers = new Headers({ host: 'any.example', 'user-agent': 'test' })
const claims = (sub: string, more: Record<string, unknown> = {}) => ({ iss: corp.issuer, sub, ...more })
const verified = (email: string) => ({ email, email_verified: true })
let id: number

beforeAll(async () => {
  process.env.TRUST_PROXY = '1'
  id = await createProvider(await world.ada(), { ...corp, forEngineers: true, linksByMail: true })
  await world.asOwner(`
    insert into contact_details (contact_id, email) values (1, 'Grace@acme.example'), (2, 'shared@acme.example');
    update engineers set email = 'ben@desk.example' where id = 2;
    insert into contacts (id, customer_group_id, name) values (3, 1, 'Twin'), (4, 1, 'Gone');
    insert into contact_details (contact_id, email) values (3, 'shared@acme.example'), (4, 'gone@acme.example');
    insert into accounts (contact_id, login, login_normal, profile_id, disabled) values (3, 'twin', 'twin', 3, false), (4, 'gone', 'gone', 3, true)`)
})

async function provider(kind: Kind = 'contact'): Promise<Provider> {
  const found = await providerAt('corp', 'any.example', kind)
  if (!found) throw new Error('no provider')
  return found
}
const vouched = async (sub: string, more: Record<string, unknown> = {}, kind: Kind = 'contact') =>
  (await identityOf(await provider(kind), kind, claims(sub, more), headers))?.owner ?? null
const forget = () => world.asOwner('delete from oidc_identities')

test('a subject that nobody is linked to is nobody, and only the audit log knows why', async () => {
  expect(await vouched('stranger')).toBeNull()
  expect(await world.told()).toMatchObject({
    action: 'sign_in.refused',
    after: { cause: 'unknown_subject', by: 'oidc', provider: 'corp' },
  })
})

test('an address links the one account that has it, once', async () => {
  expect(await vouched('g', verified('grace@ACME.example'))).toBe(1)
  expect(await world.told()).toMatchObject({ action: 'identity.connected', after: { provider: 'corp', by: 'mail' } })
  // From now on the subject counts, whatever its address.
  expect(await vouched('g', verified('olga@other.example'))).toBe(1)
  expect(await vouched('another', verified('grace@acme.example'))).toBeNull()
  await forget()
})

test.each([
  ['an address that is not verified', { email: 'grace@acme.example' }],
  ['one that is said to be not', { email: 'grace@acme.example', email_verified: false }],
  ['no address', { email_verified: true }],
  ['an empty one', verified(' ')],
  ['one that two accounts have', verified('shared@acme.example')],
  ['one of a disabled account', verified('gone@acme.example')],
  ['one that nobody has', verified('nobody@acme.example')],
  ['a pattern', verified('%@acme.example')],
])('%s links nobody', async (_, more) => {
  expect(await vouched('x', more)).toBeNull()
  expect(await world.asOwner('select from oidc_identities')).toHaveLength(0)
})

test('an address links nobody where the provider is not trusted with it', async () => {
  const ada = await world.ada()
  const { key: _, ...change } = { ...corp, clientSecret: '', forEngineers: true }
  await changeProvider(ada, id, change)
  expect(await vouched('g', verified('grace@acme.example'))).toBeNull()
  await changeProvider(ada, id, { ...change, linksByMail: true })
})

test('of many sign-ins at once one links', async () => {
  const owners = await Promise.all(
    Array.from({ length: 10 }, (_, at) => vouched(`s${at}`, verified('grace@acme.example'))),
  )
  expect(owners.filter((owner) => owner === 1)).toHaveLength(1)
  expect(await world.asOwner('select from oidc_identities')).toHaveLength(1)
  await forget()
})

test('the same subject may be an engineer and a customer, and each is admitted as such', async () => {
  expect(await vouched('both', verified('grace@acme.example'))).toBe(1)
  expect(await vouched('both', verified('ben@desk.example'), 'engineer')).toBe(2)
  expect(await admit({ kind: 'engineer', owner: 2, by: 'oidc' }, headers)).toMatchObject({ outcome: 'admitted' })
  await world.asOwner('update engineers set active = false where id = 2')
  expect(await admit({ kind: 'engineer', owner: 2, by: 'oidc' }, headers)).toEqual({ outcome: 'refused' })
  await world.asOwner('update engineers set active = true where id = 2')
  await forget()
})

test('another issuer, or another provider, with the same subject is somebody else', async () => {
  await vouched('g', verified('grace@acme.example'))
  expect(
    await identityOf(await provider(), 'contact', { iss: 'https://login.other.example', sub: 'g' }, headers),
  ).toBeNull()
  await createProvider(await world.ada(), { ...corp, key: 'twin' })
  const twin = await providerAt('twin', 'any.example', 'contact')
  expect(twin && (await identityOf(twin, 'contact', claims('g'), headers))).toBeNull()
  await forget()
})

test('owners connect and disconnect, each only their own', async () => {
  const [ada, ben, corp] = [await world.ada(), await world.ben(), await provider('engineer')]
  await connectIdentity(ada, corp, claims('a', { email: 'ada@desk.example' }))
  await connectIdentity(ada, corp, claims('a2'))
  expect(await ownIdentities(ada)).toMatchObject([{ providerId: id, label: 'a2' }])
  await expect(connectIdentity(ben, corp, claims('a2'))).rejects.toMatchObject({ fields: { subject: 'taken' } })
  const [own] = await ownIdentities(ada)
  if (!own) throw new Error('not connected')
  expect(await ownIdentities(ben)).toEqual([])
  await world.asOwner(`update engineers set password_hash = 'x' where id in (1, 2)`)
  await expect(disconnectIdentity(ben, own.id)).rejects.toMatchObject({ code: 'not_found' })
  await disconnectIdentity(ada, own.id)
  expect(await world.told()).toMatchObject({ action: 'identity.disconnected', subject_id: '1' })
  expect(await vouched('a2', {}, 'engineer')).toBeNull()
})

test('nobody gives up the only way in', async () => {
  const [ben, corp] = [await world.ben(), await provider('engineer')]
  await world.asOwner('update engineers set password_hash = null, ldap_id = null where id = 2')
  await connectIdentity(ben, corp, claims('b'))
  const [own] = await ownIdentities(ben)
  await expect(disconnectIdentity(ben, own?.id ?? 0)).rejects.toMatchObject({
    code: 'conflict',
    detail: { reason: 'onlyWay' },
  })
  await world.asOwner(`update engineers set ldap_id = 'uuid' where id = 2`)
  await disconnectIdentity(ben, own?.id ?? 0)
})

test('a provider that asks for a second factor itself says so', async () => {
  const { key: _, ...change } = { ...corp, clientSecret: '', linksByMail: true, asksSecondFactor: true }
  await changeProvider(await world.ada(), id, change)
  expect(await identityOf(await provider(), 'contact', claims('g', verified('grace@acme.example')), headers)).toEqual({
    kind: 'contact',
    owner: 1,
    secondFactor: 'elsewhere',
  })
})
