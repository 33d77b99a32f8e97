'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { moveOfPart, ofPart, ofQueue, shownPart } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { movePart } from '#lib/queues/commands/order.ts'
import { changeStatus, createStatus, deleteStatus } from '#lib/queues/commands/status.ts'
import { newStatus, statusChange } from '#lib/queues/status-input.ts'

export const create = defineAction({
  viewer: 'administrator',
  input: z.intersection(ofQueue, newStatus),
  run: async (viewer, { queue, ...change }) => {
    await createStatus(viewer, queue, change)
    return queuePath(queue, 'statuses', undefined, 'created')
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownPart, statusChange),
  run: async (viewer, { queue, id, version, ...change }) => {
    await changeStatus(viewer, { queue, id }, change, version)
    return queuePath(queue, 'statuses', undefined, 'saved')
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: ofPart,
  run: async (viewer, { queue, id }) => {
    await deleteStatus(viewer, { queue, id })
    return queuePath(queue, 'statuses', undefined, 'deleted')
  },
})

const moving = defineAction({
  viewer: 'administrator',
  input: moveOfPart,
  run: async (viewer, { queue, id, direction }) => {
    await movePart(viewer, 'status', { queue, id }, direction)
    return queuePath(queue, 'statuses', undefined, 'moved')
  },
})

export async function move(form: FormData): Promise<void> {
  await moving(form)
}
