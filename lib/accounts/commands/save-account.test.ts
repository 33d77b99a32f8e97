import { expect, test } from 'vitest'
import { authenticate } from '#lib/auth/authenticate.ts'
import { waysIn } from '#lib/auth/methods.ts'
import { customerWorld } from '#lib/contacts/commands/customer-world.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { accountForm } from '../queries/account-form.ts'
import { accountCard } from '../queries/card.ts'
import { saveAccount } from './save-account.ts'

const world = customerWorld()
const card = async (id: number) => {
  const ways = await waysIn('contact')
  return asViewer(await world.kim(), (tx) => accountCard(tx, id, { locale: 'en', ways }))
}
const version = async (id: number) => (await accountForm(await world.kim(), id, 'en')).version
const change = async (id: number, more: object = {}) => ({
  id,
  version: await version(id),
  login: 'hal',
  password: '',
  ...more,
})
const signIn = async (login: string, password: string) =>
  (await authenticate({ kind: 'contact', login, address: login, host: 'localhost' }, password)).outcome
const secret = 'seven green bicycles'

test('an account has login, password and profile, and the customer signs in with them', async () => {
  await saveAccount(
    await world.kim(),
    await change(3, { login: ' Hal.S ', password: secret, profile: 4, mustChange: 'on' }),
  )
  const { account, states, login } = await card(3)
  expect(login?.label).toBe('Track login')
  expect(account).toMatchObject({
    login: 'Hal.S',
    hasPassword: true,
    mustChangePassword: true,
    profile: { name: 'Zoe' },
  })
  expect(states).toEqual(['mustChange', 'neverSignedIn'])
  expect(await signIn('HAL.s', secret)).toBe('accepted')
  const told = await world.told()
  expect(told).toMatchObject({ action: 'account.given', after: { login: 'Hal.S', profile: 'zoe', passwordSet: true } })
  const [row] = await world.asOwner<{ password_hash: string }[]>(
    'select password_hash from accounts where contact_id = 3',
  )
  for (const hidden of [secret, row?.password_hash ?? '?']) expect(JSON.stringify(told)).not.toContain(hidden)
})

test('a generated password is told once, is strong, and signs in', async () => {
  const { generated } = await saveAccount(await world.kim(), await change(3, { generate: 'on', password: 'typed' }))
  expect(generated).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  expect(await signIn('hal', generated ?? '')).toBe('accepted')
  expect(JSON.stringify(await world.told())).not.toContain(generated)
})

test('a new password ends the sessions; an empty one keeps the old', async () => {
  await world.signIn(3)
  await saveAccount(await world.kim(), await change(3, { login: 'hal2' }))
  expect(await world.sessions(3)).toBe(1)
  await saveAccount(await world.kim(), await change(3, { password: secret }))
  expect(await world.sessions(3)).toBe(0)
  expect(await signIn('hal', secret)).toBe('accepted')
})

test('taking the profile away bites at once and ends the sessions', async () => {
  await saveAccount(await world.kim(), await change(3, { profile: 4 }))
  await world.signIn(3)
  expect(await world.contact(3)).not.toBeNull()
  await saveAccount(await world.kim(), await change(3, { profile: null }))
  expect(await world.contact(3)).toBeNull()
  expect(await world.sessions(3)).toBe(0)
  expect((await card(3)).states).toContain('noProfile')
})

test('a login is there once over all customers, in its one normal form, and nobody is told whose it is', async () => {
  for (const login of ['grace', ' GRACE ', 'olga', 'ＯＬＧＡ'])
    await expect(saveAccount(await world.kim(), await change(3, { login }))).rejects.toMatchObject({
      code: 'invalid',
      fields: { login: 'taken' },
      detail: {},
    })
})

test('a password that the policy refuses is not set', async () => {
  for (const [password, problem] of [
    ['short', 'too_short'],
    ['passwordpassword', 'common'],
    ['hal summer beta', 'contains_login'],
  ])
    await expect(saveAccount(await world.kim(), await change(3, { password }))).rejects.toMatchObject({
      fields: { password: problem },
    })
})

test('an engineer is no profile, and neither is a profile that is not active', async () => {
  await world.asOwner('update engineers set active = false where id = 5')
  for (const profile of [1, 5, 99])
    await expect(saveAccount(await world.kim(), await change(3, { profile }))).rejects.toMatchObject({
      fields: { profile: 'unknown' },
    })
  await world.asOwner('update engineers set active = true where id = 5')
})

test('a group with a fixed profile gives it, whatever the form says', async () => {
  await saveAccount(await world.kim(), await change(5, { login: 'finn', profile: 5 }))
  expect((await card(5)).account).toMatchObject({ profileId: 4 })
})

test('a group that gives no accounts gives none', async () => {
  await expect(saveAccount(await world.kim(), await change(4, { login: 'ina' }))).rejects.toMatchObject({
    detail: { reason: 'noAccounts' },
  })
})

test('without a field for the login there is no account, and without one for the password or directory none is set', async () => {
  const unmark = (mark: string) =>
    world.asOwner(
      `update data_fields set annotations = '{}' where field_group_id = 4 and annotations = array['${mark}']`,
    )
  await unmark('password')
  await expect(
    saveAccount(await world.kim(), await change(5, { login: 'finn', password: secret })),
  ).rejects.toMatchObject({
    fields: { password: 'elsewhere' },
  })
  await saveAccount(await world.kim(), await change(5, { login: 'finn', ldapId: 'finn@directory' }))
  expect((await card(5)).account).toMatchObject({ ldapId: null })
  await unmark('username')
  await expect(saveAccount(await world.kim(), await change(5, { login: 'finn' }))).rejects.toMatchObject({
    detail: { reason: 'noAccounts' },
  })
})

test('the directory name is kept where the data model has a field for it', async () => {
  await saveAccount(await world.kim(), await change(3, { ldapId: 'hal@directory' }))
  expect((await card(3)).account).toMatchObject({ ldapId: 'hal@directory' })
})

test('under LDAP nobody sets a password', async () => {
  await world.asOwner(`insert into settings (key, value) values ('contact.authentication.method', '"ldap"')`)
  for (const given of [{ password: secret }, { generate: 'on' }])
    await expect(saveAccount(await world.kim(), await change(3, given))).rejects.toMatchObject({
      fields: { password: 'elsewhere' },
    })
  await saveAccount(await world.kim(), await change(3, { login: 'hal' }))
  await world.asOwner('delete from settings')
})

test('who saves what was changed meanwhile is told so', async () => {
  const old = await change(3, { login: 'hal5' })
  await saveAccount(await world.kim(), await change(3, { login: 'hal4' }))
  await expect(saveAccount(await world.kim(), old)).rejects.toMatchObject({ code: 'conflict' })
})

test('without modify accounts it is refused, and elsewhere nothing exists', async () => {
  for (const viewer of [world.rea, world.wim])
    await expect(saveAccount(await viewer(), await change(1, { login: 'x' }))).rejects.toMatchObject({
      code: 'forbidden',
    })
  await expect(saveAccount(await world.kim(), { ...(await change(1)), id: 2 })).rejects.toMatchObject({
    code: 'not_found',
  })
})
