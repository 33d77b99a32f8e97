'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { moveOfPart, ofPart, ofQueue, shownPart } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeField, createField, deleteField } from '#lib/queues/commands/field.ts'
import { movePart } from '#lib/queues/commands/order.ts'
import { fieldChange, fieldLists, newField } from '#lib/queues/field-input.ts'

export const create = defineAction({
  viewer: 'administrator',
  input: z.intersection(ofQueue, newField),
  many: fieldLists,
  run: async (viewer, { queue, ...change }) => {
    await createField(viewer, queue, change)
    return queuePath(queue, 'fields', undefined, 'created')
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownPart, fieldChange),
  many: fieldLists,
  run: async (viewer, { queue, id, version, ...change }) => {
    await changeField(viewer, { queue, id }, change, version)
    return queuePath(queue, 'fields', undefined, 'saved')
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: ofPart,
  run: async (viewer, { queue, id }) => {
    await deleteField(viewer, { queue, id })
    return queuePath(queue, 'fields', undefined, 'deleted')
  },
})

const moving = defineAction({
  viewer: 'administrator',
  input: moveOfPart,
  run: async (viewer, { queue, id, direction }) => {
    await movePart(viewer, 'field', { queue, id }, direction)
    return queuePath(queue, 'fields', undefined, 'moved')
  },
})

export async function move(form: FormData): Promise<void> {
  await moving(form)
}
