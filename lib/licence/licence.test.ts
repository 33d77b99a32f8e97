import { afterEach, expect, test } from 'vitest'
import { startSession, viewerOfSession } from '#lib/auth/sessions.ts'
import { deactivateEngineer, reactivateEngineer } from '#lib/engineers/commands/activity.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { createEngineer, createProfile } from '#lib/engineers/commands/create.ts'
import type { EngineerChange } from '#lib/engineers/input.ts'
import { setLimits } from './commands.ts'
import { licenceUse } from './queries.ts'

const world = adminWorld()
const none = { seats: null, concurrentCustomers: null }
afterEach(async () => {
  await world.asOwner(`update engineers set active = true where id <= 3`)
  await world.asOwner(`delete from engineers where id > 3`)
  await world.asOwner(`delete from sessions`)
  await setLimits(await world.ada(), none)
})

const person = (login: string): EngineerChange => ({
  ...{ name: login, login, email: null, locale: 'en', ldapId: null, password: null },
  roles: [2],
})
const noSeat = { code: 'conflict', detail: { reason: 'noSeat' } }
const full = { code: 'conflict', detail: { reason: 'customersFull' } }
const signIn = (owner: number, kind: 'contact' | 'engineer' = 'contact') =>
  startSession({ kind, owner, device: '', address: '' })

test('there is no limit by default', async () => {
  expect(await licenceUse(await world.ada())).toEqual({
    seats: { limit: null, engineers: 2, profiles: 1 },
    customers: { limit: null, signedIn: 0 },
  })
  await createEngineer(await world.ada(), person('eve'))
})

test('the seat limit refuses the creation that would exceed it, of an engineer and of a profile', async () => {
  const ada = await world.ada()
  await setLimits(ada, { ...none, seats: 4 })
  await createProfile(ada, person('track'))
  await expect(createEngineer(ada, person('eve'))).rejects.toMatchObject(noSeat)
  await expect(createProfile(ada, person('track2'))).rejects.toMatchObject(noSeat)
  expect((await licenceUse(ada)).seats).toEqual({ limit: 4, engineers: 2, profiles: 2 })
})

test('deactivating frees a seat, and reactivating needs one', async () => {
  const ada = await world.ada()
  await setLimits(ada, { ...none, seats: 3 })
  await deactivateEngineer(ada, 3)
  await createEngineer(ada, person('eve'))
  await expect(reactivateEngineer(ada, 3)).rejects.toMatchObject(noSeat)
  await setLimits(ada, { ...none, seats: 4 })
  await reactivateEngineer(ada, 3)
})

test('of two who take the last seat at once one gets it', async () => {
  const ada = await world.ada()
  await setLimits(ada, { ...none, seats: 4 })
  const made = await Promise.allSettled([createEngineer(ada, person('eve')), createProfile(ada, person('track'))])
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await licenceUse(ada)).seats).toMatchObject({ limit: 4 })
})

test('a limit below what is in use locks nobody out', async () => {
  const [engineer, customer] = [(await signIn(2, 'engineer')) ?? '', (await signIn(1)) ?? '']
  await setLimits(await world.ada(), { seats: 1, concurrentCustomers: 0 })
  expect(await viewerOfSession(engineer)).toMatchObject({ engineer: 2 })
  expect(await viewerOfSession(customer)).toMatchObject({ contact: 1 })
  expect(await signIn(2, 'engineer')).not.toBeNull()
})

test('a customer takes a place at sign-in, once however many devices, and gives it back at sign-out or expiry', async () => {
  const ada = await world.ada()
  await setLimits(ada, { ...none, concurrentCustomers: 1 })
  expect(await signIn(1)).not.toBeNull()
  expect(await signIn(1)).not.toBeNull()
  await expect(signIn(2)).rejects.toMatchObject(full)
  expect((await licenceUse(ada)).customers).toEqual({ limit: 1, signedIn: 1 })
  await world.asOwner(`update sessions set ended_at = now()`)
  expect(await signIn(2)).not.toBeNull()
  await expect(signIn(1)).rejects.toMatchObject(full)
  await world.asOwner(`update sessions set last_used_at = now() - interval '3 hours'`)
  expect(await signIn(1)).not.toBeNull()
})

test('of two customers who take the last place at once one gets it', async () => {
  await setLimits(await world.ada(), { ...none, concurrentCustomers: 1 })
  const tried = await Promise.allSettled([signIn(1), signIn(2)])
  expect(tried.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('engineers need no place among the customers', async () => {
  await setLimits(await world.ada(), { ...none, concurrentCustomers: 0 })
  expect(await signIn(2, 'engineer')).not.toBeNull()
  await expect(signIn(1)).rejects.toMatchObject(full)
})

test('who does not administer neither sees nor sets the limits; a change is written down', async () => {
  await expect(licenceUse(await world.ben())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(setLimits(await world.ben(), none)).rejects.toMatchObject({ code: 'forbidden' })
  await setLimits(await world.ada(), { seats: 9, concurrentCustomers: 5 })
  expect(await world.told()).toMatchObject({
    action: 'licence.changed',
    before: { seats: null, concurrentCustomers: null },
    after: { seats: 9, concurrentCustomers: 5 },
  })
})
