import postgres from 'postgres'
import { expect, test } from 'vitest'
import { startSession, viewerOfSession } from '#lib/auth/sessions.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import type { EngineerChange } from '../input.ts'
import { storedEngineer } from '../queries/stored.ts'
import { deactivateEngineer, reactivateEngineer } from './activity.ts'
import { adminWorld } from './admin-world.ts'
import { changeEngineer } from './change.ts'
import { createEngineer, createProfile } from './create.ts'

const world = adminWorld()

const person: EngineerChange = {
  name: 'Eve',
  login: 'eve',
  email: 'eve@portal.example',
  locale: 'de',
  ldapId: null,
  password: null,
  roles: [2],
}
const worker = { id: 2, isTrack: false }
const ben: EngineerChange = { ...person, name: 'Ben', login: 'ben', email: null, locale: 'en' }
const stored = async (id: number) => asViewer(await world.ada(), (tx) => storedEngineer(tx, id))
const signIn = (kind: 'contact' | 'engineer', owner: number) => startSession({ kind, owner, device: '', address: '' })
const refused = (reason: string) => ({ code: 'conflict', detail: { reason } })

test('an engineer comes with roles and an initial password that has to be changed; the log has no secret', async () => {
  const id = await createEngineer(await world.ada(), { ...person, password: 'wet-granite-harbour-9' })
  expect(await stored(id)).toMatchObject({ name: 'Eve', login: 'eve', roles: [2], isTrack: false, active: true })
  expect(await world.engineer(id)).toMatchObject({ must_change_password: true, read_queues: [1], locale: 'de' })
  const log = JSON.stringify(await world.asOwner('select * from audit order by id'))
  expect(log).toContain('engineer.created')
  expect(log).toContain('Worker')
  expect(log).not.toContain('granite')
  expect(log).not.toContain('$2b$')
})

test('a weak initial password is refused at its field', async () => {
  for (const [password, problem] of [
    ['short', 'too_short'],
    ['password1234', 'common'],
    ['mallory-mallory', 'contains_login'],
  ] as const) {
    const weak = createEngineer(await world.ada(), { ...person, login: 'mallory', password })
    await expect(weak).rejects.toMatchObject({ fields: { password: problem } })
  }
})

test('a login is unique in its normal form', async () => {
  for (const login of ['BEN', 'ｂｅｎ']) {
    const twin = createEngineer(await world.ada(), { ...person, login })
    await expect(twin).rejects.toMatchObject({ code: 'invalid', fields: { login: 'taken' } })
  }
  const renamed = changeEngineer(await world.ada(), worker, { ...ben, login: 'Ada' })
  await expect(renamed).rejects.toMatchObject({ fields: { login: 'taken' } })
})

test('roles given and taken hold at once', async () => {
  await changeEngineer(await world.ada(), worker, { ...ben, roles: [1, 2] })
  expect(await world.ben()).toMatchObject({ administer: true, read_queues: [1] })
  expect(await world.told()).toMatchObject({
    action: 'engineer.changed',
    before: { roles: ['Worker'] },
    after: { roles: ['Administrator', 'Worker'] },
  })
  await changeEngineer(await world.ada(), worker, { ...ben, roles: [] })
  expect(await world.ben()).toMatchObject({ administer: false, read_queues: [] })
  await changeEngineer(await world.ada(), worker, ben)
  const gone = changeEngineer(await world.ada(), worker, { ...ben, roles: [99] })
  await expect(gone).rejects.toMatchObject({ fields: { roles: 'unknown' } })
})

test('who does not administer changes nobody', async () => {
  const forbidden = { code: 'forbidden' }
  const viewer = await world.ben()
  await expect(createEngineer(viewer, person)).rejects.toMatchObject(forbidden)
  await expect(createProfile(viewer, person)).rejects.toMatchObject(forbidden)
  await expect(changeEngineer(viewer, worker, { ...ben, roles: [1] })).rejects.toMatchObject(forbidden)
  await expect(deactivateEngineer(viewer, 3)).rejects.toMatchObject(forbidden)
  await expect(reactivateEngineer(viewer, 3)).rejects.toMatchObject(forbidden)
  expect(await world.ben()).toMatchObject({ administer: false })
})

test('a kind stays what it is', async () => {
  const asProfile = changeEngineer(await world.ada(), { id: 2, isTrack: true }, ben)
  await expect(asProfile).rejects.toMatchObject({ code: 'not_found' })
  expect(await stored(2)).toMatchObject({ isTrack: false })
})

test('a form that was opened before somebody else saved overwrites nothing', async () => {
  const version = versionOf((await stored(2)) ?? {})
  await changeEngineer(await world.ada(), { ...worker, version }, { ...ben, name: 'Benjamin' })
  const late = changeEngineer(await world.ada(), { ...worker, version }, ben)
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  expect(await stored(2)).toMatchObject({ name: 'Benjamin' })
})

test('the last administrator can neither be deactivated nor lose the role, not even by itself', async () => {
  const ada = await world.ada()
  await expect(deactivateEngineer(ada, 1)).rejects.toMatchObject(refused('lastAdministrator'))
  const without = changeEngineer(ada, { id: 1, isTrack: false }, { ...person, name: 'Ada', login: 'ada', roles: [2] })
  await expect(without).rejects.toMatchObject(refused('lastAdministrator'))
  expect(await world.ada()).toMatchObject({ administer: true })
})

test('of the last two administrators who deactivate one another at once, one remains', async () => {
  const second = await createEngineer(await world.ada(), { ...person, login: 'second', roles: [1] })
  const [ada, other] = [await world.ada(), await world.engineer(second)]
  const ended = await Promise.allSettled([deactivateEngineer(ada, second), deactivateEngineer(other, 1)])
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await world.asOwner(`update engineers set active = (id <> $1) where id in (1, $1)`, [second])
})

test('deactivating an engineer ends its sessions, and reactivating revives none', async () => {
  const token = (await signIn('engineer', 2)) ?? ''
  expect(await viewerOfSession(token)).toMatchObject({ engineer: 2 })
  await deactivateEngineer(await world.ada(), 2)
  expect(await viewerOfSession(token)).toBeNull()
  expect(await signIn('engineer', 2)).toBeNull()
  await reactivateEngineer(await world.ada(), 2)
  expect(await viewerOfSession(token)).toBeNull()
  expect(await signIn('engineer', 2)).not.toBeNull()
})

test('deactivating a profile refuses its contacts at once, and reactivating revives no session', async () => {
  const token = (await signIn('contact', 1)) ?? ''
  expect(await viewerOfSession(token)).toMatchObject({ contact: 1, profile: 3 })
  await deactivateEngineer(await world.ada(), 3)
  expect(await viewerOfSession(token)).toBeNull()
  expect(await world.contact(2)).toBeNull()
  expect(await world.told()).toMatchObject({
    action: 'engineer.deactivated',
    before: { kind: 'profile', active: true },
    after: { active: false },
  })
  await reactivateEngineer(await world.ada(), 3)
  expect(await viewerOfSession(token)).toBeNull()
  expect(await world.contact(2)).not.toBeNull()
})

test('an initial password set by an administrator ends the sessions of its engineer, and is not for oneself', async () => {
  const token = (await signIn('engineer', 2)) ?? ''
  await changeEngineer(await world.ada(), worker, { ...ben, password: 'wet-granite-harbour-9' })
  expect(await viewerOfSession(token)).toBeNull()
  expect(await world.ben()).toMatchObject({ must_change_password: true })
  expect(await world.told()).toMatchObject({ action: 'password.initial', subject_id: '2' })
  const own = changeEngineer(
    await world.ada(),
    { id: 1, isTrack: false },
    { ...person, password: 'wet-granite-harbour-9' },
  )
  await expect(own).rejects.toMatchObject({ fields: { password: 'own' } })
})

test('who signs in while the profile is being deactivated waits, and is refused', async () => {
  const { ownerUrl } = world.database
  const deactivating = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const starting = await deactivating.begin(async (sql) => {
    await sql`update engineers set active = false where id = 3`
    const waiting = signIn('contact', 1)
    // Only what waits for this transaction can see that it was deactivated.
    await expect.poll(() => world.asOwner(`select from pg_locks where not granted`)).toHaveLength(1)
    return { waiting }
  })
  expect(await starting.waiting).toBeNull()
  await deactivating`update engineers set active = true where id = 3`
  await deactivating.end()
  expect(await signIn('contact', 1)).not.toBeNull()
})
