'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { ofQueue, shownQueue } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeQueue, deleteQueue } from '#lib/queues/commands/queue.ts'
import { queueChange } from '#lib/queues/input.ts'

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownQueue, queueChange),
  run: async (viewer, { queue, version, ...change }) => {
    await changeQueue(viewer, queue, change, version)
    return queuePath(queue, undefined, undefined, 'saved')
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: ofQueue,
  run: async (viewer, { queue }) => {
    await deleteQueue(viewer, queue)
    return paths.admin('queues', { done: 'deleted' })
  },
})
