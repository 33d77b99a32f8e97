'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { acceptMail, discardMail } from '#lib/mail-in/commands/accept.ts'
import { acceptInput, discardInput } from '#lib/mail-in/input.ts'
import { paths } from '#lib/paths.ts'

export const accept = defineAction({
  viewer: 'administrator',
  input: acceptInput,
  run: async (viewer, input) => {
    const number = await acceptMail(viewer, input)
    return paths.admin('mail', 'held', input.mail, { done: String(number) })
  },
})

export const discard = defineAction({
  viewer: 'administrator',
  input: discardInput,
  run: async (viewer, input) => {
    await discardMail(viewer, input)
    return paths.admin('mail', 'held', { done: 'discarded' })
  },
})
