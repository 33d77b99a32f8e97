'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { removeLostOfContact } from '#lib/factors/commands/lost.ts'
import { lossShape } from '#lib/factors/input.ts'
import { paths } from '#lib/paths.ts'

export const removeLostFactor = defineAction({
  viewer: 'engineer',
  input: lossShape,
  run: async (viewer, loss) => {
    await removeLostOfContact(viewer, loss)
    return paths.deskContacts(loss.id, { done: 'factorRemoved' })
  },
})
