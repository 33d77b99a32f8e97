'use server'

import { z } from 'zod'
import { effectOf, intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeTextClass, createTextClass, deleteTextClass } from '#lib/text-classes/commands/text-class.ts'
import { newTextClass, textClassChange } from '#lib/text-classes/input.ts'

const one = z.object({ id: z.coerce.number().int().positive() })
const shown = one.extend({ version: z.string().max(100).optional(), intent: intentInput })

export const create = defineAction({
  viewer: 'administrator',
  input: newTextClass,
  run: async (viewer, input) => {
    await createTextClass(viewer, input)
    return paths.admin('text-classes', { done: 'created' })
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shown, textClassChange),
  run: async (viewer, { id, version, intent, ...change }) => {
    const effect = await effectOf(viewer, { kind: 'textClass', id, customerVisible: change.customerVisible }, intent)
    if (effect) return effect
    await changeTextClass(viewer, id, change, version)
    return paths.admin('text-classes', { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: one,
  run: async (viewer, { id }) => {
    await deleteTextClass(viewer, id)
    return paths.admin('text-classes', { done: 'deleted' })
  },
})
