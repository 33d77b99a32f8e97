'use server'

import { z } from 'zod'
import { effectOf, intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeGroup, createGroup } from '#lib/groups/commands/group.ts'
import { groupChange } from '#lib/groups/input.ts'
import { groupPath, modelPath } from './address.ts'

export const create = defineAction({
  viewer: 'administrator',
  input: groupChange,
  run: async (viewer, change) => modelPath(await createGroup(viewer, change), 'created'),
})

export const save = defineAction({
  viewer: 'administrator',
  input: z
    .object({
      group: z.coerce.number().int().positive(),
      version: z.string().max(64).optional(),
      intent: intentInput,
    })
    .and(groupChange),
  run: async (viewer, { group, version, intent, ...change }) => {
    const effect = await effectOf(viewer, { kind: 'portal', group, enabled: change.portalEnabled }, intent)
    if (effect) return effect
    await changeGroup(viewer, group, change, version)
    return groupPath(group, 'saved')
  },
})
