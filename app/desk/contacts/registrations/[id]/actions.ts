'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { approveRegistration, refuseRegistration } from '#lib/registration/commands/decide.ts'
import { approval, refusal } from '#lib/registration/input.ts'

export const approve = defineAction({
  viewer: 'engineer',
  input: approval,
  run: async (viewer, input) => paths.deskContacts(await approveRegistration(viewer, input), { done: 'registered' }),
})

export const refuse = defineAction({
  viewer: 'engineer',
  input: refusal,
  run: async (viewer, input) => {
    await refuseRegistration(viewer, input)
    return paths.deskContacts('registrations', { done: 'refused' })
  },
})
