'use server'

import { z } from 'zod'
import { effectOf, intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeRole } from '#lib/roles/commands/change.ts'
import { createRole } from '#lib/roles/commands/create.ts'
import { deleteRole } from '#lib/roles/commands/delete.ts'
import { roleChange, roleLists } from '#lib/roles/input.ts'

const id = z.coerce.number('unknown').int().positive()
const shown = z.object({ id, version: z.string().max(64).optional(), intent: intentInput })

export const addRole = defineAction({
  viewer: 'administrator',
  input: roleChange,
  many: roleLists,
  run: async (viewer, role) => paths.admin('roles', await createRole(viewer, role), { done: 'created' }),
})

export const saveRole = defineAction({
  viewer: 'administrator',
  input: shown.and(roleChange),
  many: roleLists,
  run: async (viewer, { id, version, intent, ...role }) => {
    const effect = await effectOf(viewer, { kind: 'role', id, role }, intent)
    if (effect) return effect
    await changeRole(viewer, id, role, version)
    return paths.admin('roles', id, { done: 'saved' })
  },
})

export const removeRole = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteRole(viewer, id)
    return paths.admin('roles', { done: 'deleted' })
  },
})
