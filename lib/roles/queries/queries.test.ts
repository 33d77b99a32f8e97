import { expect, test } from 'vitest'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { rolesToCompare } from './comparison.ts'
import { roleList, roleViewShape } from './list.ts'
import { newRoleForm, roleForm } from './page.ts'

const world = adminWorld()
const list = async (asked: Record<string, string>, size?: number) =>
  roleList(await world.ada(), roleViewShape.parse(asked), size)

test('a role says what it grants, who has it and how many contacts it reaches', async () => {
  const { rows } = await list({})
  expect(rows.map(({ name }) => name)).toEqual(['Administrator', 'Track', 'Worker'])
  expect(rows[0]).toMatchObject({
    rights: ['administer'],
    queues: 0,
    groups: 1,
    engineers: 1,
    profiles: 0,
    contacts: 0,
  })
  expect(rows[1]).toMatchObject({ rights: [], queues: 1, groups: 1, engineers: 0, profiles: 1, contacts: 2 })
  expect((await list({ q: 'TRACK' })).rows).toHaveLength(1)
})

test('pages follow one another', async () => {
  const first = await list({}, 2)
  const second = await list({ before: first.older ?? '' }, 2)
  expect(second.rows.map(({ name }) => name)).toEqual(['Worker'])
  expect((await list({ after: second.newer ?? '' }, 2)).rows).toEqual(first.rows)
})

test('the form has a line for every queue and customer group, in the language, and who has the role', async () => {
  const form = await roleForm(await world.ada(), 3, 'de')
  expect(form.queues.map(({ label, faq }) => [label, faq])).toEqual([
    ['Hilfe', false],
    ['FAQ', true],
  ])
  expect(form.groups).toHaveLength(2)
  expect(form.role).toMatchObject({ name: 'Track', queues: [{ id: 1, grants: ['read'] }] })
  expect(form.holders).toEqual([{ id: 3, name: 'Zoe', isTrack: true, active: true, contacts: 2 }])
})

test('a copy starts with what the other grants; a new role with nothing', async () => {
  expect((await newRoleForm(await world.ada(), 3, 'en')).role).toMatchObject({ queues: [{ id: 1, grants: ['read'] }] })
  expect((await newRoleForm(await world.ada(), undefined, 'en')).role).toBeUndefined()
  await expect(newRoleForm(await world.ada(), 99, 'en')).rejects.toMatchObject({ code: 'not_found' })
})

test('two roles are compared only when both exist', async () => {
  const compared = async (left: number, right?: number) =>
    (await rolesToCompare(await world.ada(), { left, right }, 'en')).pair?.map(({ name }) => name)
  expect(await compared(2, 3)).toEqual(['Worker', 'Track'])
  expect(await compared(2)).toBeUndefined()
  expect(await compared(2, 99)).toBeUndefined()
})

test('who does not administer reads none of it', async () => {
  const ben = await world.ben()
  const forbidden = { code: 'forbidden' }
  await expect(roleList(ben, roleViewShape.parse({}))).rejects.toMatchObject(forbidden)
  await expect(roleForm(ben, 3, 'en')).rejects.toMatchObject(forbidden)
  await expect(newRoleForm(ben, undefined, 'en')).rejects.toMatchObject(forbidden)
  await expect(rolesToCompare(ben, { left: 1, right: 2 }, 'en')).rejects.toMatchObject(forbidden)
})
