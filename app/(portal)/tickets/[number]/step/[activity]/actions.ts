'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { activityInput, rawFields } from '#lib/tickets/input.ts'

export const takeStep = defineAction({
  viewer: 'contact',
  many: (name) => name.startsWith('field.'),
  input: z.looseObject(activityInput.omit({ fields: true }).shape),
  run: async (viewer, { key, number, activity, body, ...rest }) => {
    await executeActivity(viewer, { key, number, activity, body, fields: rawFields(rest) })
    return `${paths.ticket(number, 'activity')}#main`
  },
})
