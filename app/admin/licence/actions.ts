'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { setLimits } from '#lib/licence/commands.ts'
import { licenceChange } from '#lib/licence/input.ts'
import { paths } from '#lib/paths.ts'

export const saveLimits = defineAction({
  viewer: 'administrator',
  input: licenceChange,
  run: async (viewer, limits) => {
    await setLimits(viewer, limits)
    return paths.admin('licence', { done: 'saved' })
  },
})
