import { expect, test } from 'vitest'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
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
    rights: ['ownCompany', 'administer', 'manageNews', 'manageFaq'],
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
