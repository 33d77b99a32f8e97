import { expect, test } from 'vitest'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { GROUP_GRANTS, QUEUE_GRANTS, RIGHTS } from '../grants.ts'
import type { RoleChange } from '../input.ts'
import { storedRole } from '../queries/stored.ts'
import { changeRole } from './change.ts'
import { createRole } from './create.ts'
import { deleteRole } from './delete.ts'

const world = adminWorld()

const nothing: RoleChange = { name: 'Role', description: '', queues: [], groups: [], rights: [] }
const track: RoleChange = {
  ...nothing,
  name: 'Track',
  queues: [{ id: 1, grants: ['read', 'append'] }],
  groups: [{ id: 1, grants: ['read'] }],
  rights: ['ownCompany'],
}
const stored = async (id: number) => asViewer(await world.ada(), (tx) => storedRole(tx, id))

test('a role is stored as it was given, and the audit log names its queues and groups', async () => {
  const role: RoleChange = {
    ...nothing,
    name: 'Everything',
    description: 'All there is',
    queues: [
      { id: 1, grants: ['read', 'write', 'append', 'create', 'execute'] },
      { id: 2, grants: ['read'] },
    ],
    groups: [{ id: 2, grants: ['read', 'write', 'modifyAccounts', 'delete'] }],
    rights: ['ownCompany', 'administer', 'manageNews', 'manageFaq', 'secondFactor'],
  }
  const id = await createRole(await world.ada(), role)
  expect(await stored(id)).toEqual(role)
  expect(await world.told()).toMatchObject({
    action: 'role.created',
    subject_id: String(id),
    after: {
      name: 'Everything',
      queues: { support: ['read', 'write', 'append', 'create', 'execute'], faq: ['read'] },
      groups: { other: ['read', 'write', 'modifyAccounts', 'delete'] },
    },
  })
})

test('a change holds for contacts at once, and what is not ticked any more is taken away', async () => {
  await changeRole(await world.ada(), 3, track)
  expect(await world.contact(1)).toMatchObject({ read_queues: [1], append_queues: [1], read_groups: [1] })
  expect(await world.told()).toMatchObject({
    action: 'role.changed',
    before: { queues: { support: ['read'] }, rights: [] },
    after: { queues: { support: ['read', 'append'] }, rights: ['ownCompany'] },
  })
  await changeRole(await world.ada(), 3, { ...track, queues: [], groups: [] })
  expect(await world.contact(1)).toMatchObject({ read_queues: [], append_queues: [], read_groups: [] })
})

const LISTS = { queues: QUEUE_GRANTS, groups: GROUP_GRANTS } as const
const inRights = { modifyAccounts: 'account_groups' } as Record<string, string>

for (const [on, grants] of Object.entries(LISTS)) {
  for (const grant of grants) {
    test(`${grant} on ${on} is given by a tick and gone without it`, async () => {
      const key = inRights[grant] ?? `${grant}_${on}`
      const ticked = { ...nothing, name: 'Worker', [on]: [{ id: 1, grants: [grant] }] }
      await changeRole(await world.ada(), 2, { ...nothing, name: 'Worker' })
      expect(await world.ben()).toMatchObject({ [key]: [] })
      await changeRole(await world.ada(), 2, ticked)
      const { read_queues, write_queues, append_queues, create_queues, execute_queues, ...rights } = await world.ben()
      const { read_groups, write_groups, account_groups, delete_groups } = rights
      const held = { read_queues, write_queues, append_queues, create_queues, execute_queues }
      const all = { ...held, read_groups, write_groups, account_groups, delete_groups }
      expect(Object.entries(all).filter(([, ids]) => ids.length > 0)).toEqual([[key, [1]]])
    })
  }
}

test('what holds everywhere is for engineers, the own company for contacts; none without its tick', async () => {
  const ada = await world.ada()
  const everywhere = { ...nothing, rights: [...RIGHTS] }
  await changeRole(ada, 2, { ...everywhere, name: 'Worker' })
  await changeRole(ada, 3, { ...everywhere, name: 'Track' })
  const global = { administer: true, manage_news: true, manage_faq: true }
  expect(await world.ben()).toMatchObject(global)
  expect(await world.contact(1)).toMatchObject({
    administer: false,
    manage_news: false,
    manage_faq: false,
    own_company: 1,
  })
  await changeRole(ada, 2, { ...nothing, name: 'Worker' })
  await changeRole(ada, 3, { ...nothing, name: 'Track' })
  expect(await world.ben()).toMatchObject({ administer: false, manage_news: false, manage_faq: false })
  expect(await world.contact(1)).toMatchObject({ own_company: null })
})

test('who does not administer changes no role', async () => {
  const ben = await world.ben()
  const before = await stored(2)
  const forbidden = { code: 'forbidden' }
  await expect(createRole(ben, nothing)).rejects.toMatchObject(forbidden)
  await expect(changeRole(ben, 2, nothing)).rejects.toMatchObject(forbidden)
  await expect(deleteRole(ben, 3)).rejects.toMatchObject(forbidden)
  expect(await stored(2)).toEqual(before)
})

test('a form that was opened before somebody else saved overwrites nothing', async () => {
  const shown = versionOf((await stored(2)) ?? {})
  const change = { ...nothing, name: 'Worker', description: 'first' }
  await changeRole(await world.ada(), 2, change, shown)
  const late = changeRole(await world.ada(), 2, { ...change, description: 'second' }, shown)
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  expect(await stored(2)).toMatchObject({ description: 'first' })
})

test('a name in use, a queue that is gone and an unknown role are refused', async () => {
  const ada = await world.ada()
  await expect(createRole(ada, { ...nothing, name: 'Track' })).rejects.toMatchObject({ fields: { name: 'taken' } })
  const gone = { ...nothing, name: 'Gone', queues: [{ id: 99, grants: ['read' as const] }] }
  await expect(createRole(ada, gone)).rejects.toMatchObject({ fields: { queues: 'unknown' } })
  await expect(changeRole(ada, 99, nothing)).rejects.toMatchObject({ code: 'not_found' })
  await expect(deleteRole(ada, 99)).rejects.toMatchObject({ code: 'not_found' })
})

test('the last administrator’s role keeps administer', async () => {
  await world.asOwner('delete from engineer_roles where role_id not in (1, 2, 3)')
  const taken = changeRole(await world.ada(), 1, { ...nothing, name: 'Administrator' })
  await expect(taken).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'lastAdministrator' } })
  expect((await stored(1))?.rights).toEqual(['administer'])
})

test('a role is deleted only when nobody has it', async () => {
  const ada = await world.ada()
  await expect(deleteRole(ada, 3)).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'held' } })
  const id = await createRole(ada, { ...nothing, name: 'Unused' })
  await deleteRole(ada, id)
  expect(await stored(id)).toBeUndefined()
  expect(await world.told()).toMatchObject({ action: 'role.deleted', before: { name: 'Unused' } })
})
