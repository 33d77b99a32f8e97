import { beforeAll, expect, test } from 'vitest'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import type { GroupChange } from '../input.ts'
import { storedGroup } from '../queries/stored.ts'
import { changeGroup, createGroup } from './group.ts'

const world = adminWorld()
beforeAll(() => world.asOwner(`select setval(pg_get_serial_sequence('customer_groups', 'id'), 100)`))
const change = async (id: number, part: Partial<GroupChange>) => {
  const ada = await world.ada()
  const before = await asViewer(ada, (tx) => storedGroup(tx, id))
  if (!before) throw new Error(`no customer group ${id}`)
  return changeGroup(ada, id, { ...before, ...part })
}
const profileOf = async (contact: number) =>
  (await world.asOwner<{ profile_id: string }[]>(`select profile_id from accounts where contact_id = ${contact}`))[0]
    ?.profile_id

test('a customer group is made and changed, and the audit log tells both', async () => {
  const ada = await world.ada()
  const given: GroupChange = {
    key: 'members',
    labels: { en: 'Members', de: 'Mitglieder' },
    hasCompanies: false,
    portalEnabled: true,
    accountAssignment: 'fixed',
    fixedProfileId: 3,
    theme: null,
    companyName: null,
    contactName: null,
  }
  const id = await createGroup(ada, given)
  expect(await asViewer(ada, (tx) => storedGroup(tx, id))).toEqual(given)
  await change(id, { portalEnabled: false })
  expect(await world.told()).toMatchObject({
    action: 'customer_group.changed',
    subject_id: String(id),
    before: { portalEnabled: true },
    after: { portalEnabled: false },
  })
})

test('a key is taken once, and a profile has to be one', async () => {
  await expect(change(1, { key: 'other' })).rejects.toMatchObject({ fields: { key: 'taken' } })
  await expect(change(1, { accountAssignment: 'fixed', fixedProfileId: 2 })).rejects.toMatchObject({
    fields: { fixedProfileId: 'unknown' },
  })
  await expect(change(1, { theme: 'no-such-theme' })).rejects.toMatchObject({ fields: { theme: 'unknown' } })
})

test('what was changed meanwhile is not overwritten', async () => {
  const ada = await world.ada()
  const before = await asViewer(ada, (tx) => storedGroup(tx, 1))
  if (!before) throw new Error('no customer group')
  await change(1, { labels: { en: 'Acme Ltd.' } })
  await expect(changeGroup(ada, 1, before, versionOf(before))).rejects.toMatchObject({ code: 'conflict' })
})

test('a portal that is switched off refuses its contacts at once and ends their sessions, and nobody else’s', async () => {
  await world.asOwner(`insert into sessions (token_hash, contact_id, expires_at, idle_minutes) values
    ('grace', 1, now() + interval '1 hour', 60), ('olga', 2, now() + interval '1 hour', 60)`)
  await change(1, { portalEnabled: false })
  expect(await world.contact(1)).toBeNull()
  expect(await world.contact(2)).not.toBeNull()
  await change(1, { portalEnabled: true })
  const sessions = await world.asOwner('select token_hash, end_reason from sessions order by token_hash')
  expect(sessions).toEqual([
    { token_hash: 'grace', end_reason: 'portal_closed' },
    { token_hash: 'olga', end_reason: null },
  ])
})

test('a fixed profile is given to every account of the group in the same moment', async () => {
  await world.asOwner(
    `insert into engineers (id, login, name, is_track) overriding system value values (4, 'members', 'Members', true)`,
  )
  await change(1, { accountAssignment: 'fixed', fixedProfileId: 4 })
  expect(await profileOf(1)).toBe('4')
  expect(await profileOf(2)).toBe('3')
  expect(await world.told()).toMatchObject({ after: { accountAssignment: 'fixed', accountsGivenTheProfile: 1 } })
  await change(1, { accountAssignment: 'none', fixedProfileId: null })
  expect(await profileOf(1)).toBe('4')
})

test('companies stay while the group has some', async () => {
  await expect(change(1, { hasCompanies: false })).rejects.toMatchObject({ fields: { hasCompanies: 'companiesExist' } })
  await change(2, { hasCompanies: false })
})

test('names follow the pattern of the group and the fields of the contact', async () => {
  await world.asOwner(`insert into field_groups (id, customer_group_id, level, labels) overriding system value values (1, 1, 'contact', '{}');
    insert into data_fields (field_group_id, key, type, labels) values (1, 'first', 'text', '{}'), (1, 'last', 'text', '{}'), (1, 'kind', 'list', '{}');
    insert into contact_details (contact_id, fields) values (1, '{"first": "Grace", "last": "Hopper"}')`)
  const name = async () => (await world.asOwner<{ name: string }[]>('select name from contacts where id = 1'))[0]?.name
  await expect(change(1, { contactName: '{last}, {none}' })).rejects.toMatchObject({
    fields: { contactName: 'patternField' },
  })
  await expect(change(1, { contactName: '{kind}' })).rejects.toMatchObject({ fields: { contactName: 'patternField' } })
  await change(1, { contactName: '{last}, {first}' })
  expect(await name()).toBe('Hopper, Grace')
  await world.asOwner(
    `update contact_details set fields = '{"first": "Grace B.", "last": "Hopper"}' where contact_id = 1`,
  )
  expect(await name()).toBe('Hopper, Grace B.')
  await world.asOwner(`update contacts set name = 'Somebody' where id = 1`)
  expect(await name()).toBe('Hopper, Grace B.')
})

test('who does not administer changes no customer group', async () => {
  const ben = await world.ben()
  const group = await asViewer(await world.ada(), (tx) => storedGroup(tx, 1))
  if (!group) throw new Error('no customer group')
  await expect(changeGroup(ben, 1, group)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(createGroup(ben, { ...group, key: 'new' })).rejects.toMatchObject({ code: 'forbidden' })
})
