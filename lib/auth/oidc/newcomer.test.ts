import { beforeAll, beforeEach, expect, test } from 'vitest'
import { createProvider } from '#lib/providers/commands.ts'
import { corp } from '#lib/providers/testing.ts'
import { provisioningWorld } from '#lib/provisioning/commands/testing.ts'
import { admit } from '../sign-in.ts'
import { providerAt } from './provider.ts'
import { identityOf } from './sign-in.ts'

const world = provisioningWorld()
const headers = new Headers({ host: 'any.example', 'user-agent': 'test' })
const eve = {
  sub: 'e-1',
  preferred_username: 'eve',
  name: 'Eve Newman',
  email: 'eve@acme.example',
  groups: ['staff', 'support'],
}
let provider: number

beforeAll(async () => {
  process.env.TRUST_PROXY = '1'
  provider = await createProvider(await world.root(), { ...corp, forEngineers: true })
  await world.owner()`
    insert into provisionings (id, oidc_provider_id, login_attribute, name_attribute, email_attribute, just_in_time)
      values (77, ${provider}, 'preferred_username', 'name', 'email', true)`
  await world.owner()`
    insert into provisioning_rules (provisioning_id, position, test, attribute, "values", customer_group_id)
      values (77, 1, 'equals', 'groups', '{support}', 2)`
})
beforeEach(() => world.owner()`update provisionings set just_in_time = true where id = 77`)

async function vouched(claims: Record<string, unknown> & { sub: string }, kind: 'contact' | 'engineer' = 'contact') {
  const found = await providerAt('corp', 'any.example', kind)
  if (!found) throw new Error('no provider')
  return (await identityOf(found, kind, { iss: corp.issuer, ...claims }, headers))?.owner ?? null
}
const told = () =>
  world.owner()`select action, after from audit where action like 'identity.%' or action like '%refused' order by id desc limit 1`

test('nobody is made where the provider makes no accounts', async () => {
  await world.owner()`update provisionings set just_in_time = false where id = 77`
  expect(await vouched(eve)).toBeNull()
  expect(await world.account('eve')).toBeUndefined()
})

test('whom the rules take gets an account at the first sign-in, and is the same person at the next', async () => {
  const made = await vouched(eve)
  expect(await told()).toMatchObject([{ action: 'identity.connected', after: { provider: 'corp', by: 'rules' } }])
  expect(await world.account('eve')).toMatchObject({
    id: made,
    name: 'Eve Newman',
    email: 'eve@acme.example',
    profile: 11,
    ldap_id: null,
  })
  expect(await vouched({ ...eve, preferred_username: 'renamed', groups: [] })).toBe(made)
  expect(made && (await admit({ kind: 'contact', owner: made, by: 'oidc' }, headers))).toMatchObject({
    outcome: 'admitted',
  })
})

test.each([
  ['whom no rule takes', { ...eve, sub: 'x', preferred_username: 'mallory', groups: ['staff'] }],
  ['without a login', { ...eve, sub: 'x', preferred_username: undefined }],
  ['with the login of an account that is there', { ...eve, sub: 'x', preferred_username: 'OLGA' }],
])('one %s gets none, and takes nobody’s', async (_, claims) => {
  const before = await world.count('accounts')
  expect(await vouched(claims)).toBeNull()
  expect(await world.count('accounts')).toBe(before)
})

test('no engineer is ever made', async () => {
  expect(await vouched({ ...eve, sub: 'desk' }, 'engineer')).toBeNull()
})
