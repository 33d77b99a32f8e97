'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { shownQueue } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeService } from '#lib/queues/commands/queue.ts'
import { serviceChange } from '#lib/queues/input.ts'

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownQueue, serviceChange),
  run: async (viewer, { queue, version, ...change }) => {
    await changeService(viewer, queue, change, version)
    return queuePath(queue, 'service', undefined, 'saved')
  },
})
