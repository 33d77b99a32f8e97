'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { moveQueue } from '#lib/queues/commands/order.ts'
import { createQueue } from '#lib/queues/commands/queue.ts'
import { queueChange } from '#lib/queues/input.ts'
import { queuePath } from './address.ts'
import { moveOfQueue } from './form-input.ts'

export const create = defineAction({
  viewer: 'administrator',
  input: queueChange,
  run: async (viewer, input) => queuePath(await createQueue(viewer, input), undefined, undefined, 'created'),
})

const moving = defineAction({
  viewer: 'administrator',
  input: moveOfQueue,
  run: async (viewer, { queue, direction }) => {
    await moveQueue(viewer, queue, direction)
    return paths.admin('queues', { done: 'moved' })
  },
})

export async function move(form: FormData): Promise<void> {
  await moving(form)
}
