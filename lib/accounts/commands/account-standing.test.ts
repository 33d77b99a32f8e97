import { expect, test } from 'vitest'
import { reserveTry } from '#lib/auth/back-off.ts'
import { customerWorld } from '#lib/contacts/commands/customer-world.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { accountCard } from '../queries/card.ts'
import { disableAccount, enableAccount, endSessionsOf, removeAccount, unlockAccount } from './account-standing.ts'

const world = customerWorld()
const card = async () => asViewer(await world.rea(), (tx) => accountCard(tx, 1, { locale: 'en', ways: ['DATABASE'] }))
/** The moment of the try; null where one has to wait. */
const guess = () => reserveTry({ kind: 'contact', login: 'Grace', address: '192.0.2.1' })

test('without modify accounts every step is refused, and elsewhere there is nothing', async () => {
  for (const step of [disableAccount, enableAccount, unlockAccount, endSessionsOf, removeAccount]) {
    await expect(step(await world.wim(), 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(step(await world.kim(), 2)).rejects.toMatchObject({ code: 'not_found' })
    await expect(step(await world.kim(), 3)).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('sessions are counted, ended, and told in the log', async () => {
  await world.signIn(1)
  await world.signIn(1)
  expect((await card()).account?.liveSessions).toBe(2)
  await endSessionsOf(await world.kim(), 1)
  expect(await world.sessions(1)).toBe(0)
  expect(await world.told()).toMatchObject({ action: 'account.sessions_ended', after: { ended: 2 } })
})

test('too many guesses make the owner wait, and the engineer ends the wait', async () => {
  for (let tries = 0; tries < 6; tries += 1) await guess()
  expect(await guess()).toBeNull()
  expect((await card()).states).toEqual(['waiting', 'neverSignedIn'])
  await unlockAccount(await world.kim(), 1)
  expect((await card()).account?.blockedUntil).toBeNull()
  expect(await guess()).not.toBeNull()
})

test('a lock is ended too', async () => {
  await world.asOwner(`update accounts set locked_until = now() + interval '1 hour' where contact_id = 1`)
  expect((await card()).states).toContain('locked')
  await unlockAccount(await world.kim(), 1)
  expect((await card()).states).not.toContain('locked')
})

test('a disabled account ends at once, and enabling revives no session', async () => {
  await world.signIn(1)
  await disableAccount(await world.kim(), 1)
  expect(await world.contact(1)).toBeNull()
  await enableAccount(await world.kim(), 1)
  expect(await world.contact(1)).not.toBeNull()
  expect(await world.sessions(1)).toBe(0)
})

test('a removed account is gone with its sessions; the contact stays, and the login is free', async () => {
  await world.signIn(1)
  await removeAccount(await world.kim(), 1)
  expect(await world.sessions(1)).toBe(0)
  expect(await world.asOwner('select from accounts where contact_id = 1')).toHaveLength(0)
  expect(await world.asOwner('select from contacts where id = 1')).toHaveLength(1)
  expect(await world.told()).toMatchObject({ action: 'account.removed', before: { login: 'grace' } })
})
