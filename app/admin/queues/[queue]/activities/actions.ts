'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { moveOfPart, ofPart, ofQueue, shownPart } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { activityChange, activityLists, newActivity } from '#lib/queues/activity-input.ts'
import { changeActivity, createActivity, deleteActivity } from '#lib/queues/commands/activity.ts'
import { movePart } from '#lib/queues/commands/order.ts'

export const create = defineAction({
  viewer: 'administrator',
  input: z.intersection(ofQueue, newActivity),
  many: activityLists,
  run: async (viewer, { queue, ...change }) => {
    await createActivity(viewer, queue, change)
    return queuePath(queue, 'activities', undefined, 'created')
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownPart, activityChange),
  many: activityLists,
  run: async (viewer, { queue, id, version, ...change }) => {
    await changeActivity(viewer, { queue, id }, change, version)
    return queuePath(queue, 'activities', undefined, 'saved')
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: ofPart,
  run: async (viewer, { queue, id }) => {
    await deleteActivity(viewer, { queue, id })
    return queuePath(queue, 'activities', undefined, 'deleted')
  },
})

const moving = defineAction({
  viewer: 'administrator',
  input: moveOfPart,
  run: async (viewer, { queue, id, direction }) => {
    await movePart(viewer, 'activity', { queue, id }, direction)
    return queuePath(queue, 'activities', undefined, 'moved')
  },
})

export async function move(form: FormData): Promise<void> {
  await moving(form)
}
