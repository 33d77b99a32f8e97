'use server'

import { z } from 'zod'
import { queuePath } from '#app/admin/queues/address.ts'
import { shownQueue } from '#app/admin/queues/form-input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeTextClasses } from '#lib/queues/commands/text-classes.ts'
import { queueTextClassesChange } from '#lib/queues/input.ts'

export const save = defineAction({
  viewer: 'administrator',
  input: z.intersection(shownQueue, queueTextClassesChange),
  many: ['allowed'],
  run: async (viewer, { queue, version, ...change }) => {
    await changeTextClasses(viewer, queue, change, version)
    return queuePath(queue, 'text-classes', undefined, 'saved')
  },
})
