'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { chooseMails } from '#lib/mail/commands/choose.ts'
import { mailChoice } from '#lib/mail/input.ts'
import { paths } from '#lib/paths.ts'

export const keepMailWishes = defineAction({
  viewer: 'signedIn',
  input: mailChoice,
  many: ['wanted'],
  run: async (viewer, input) => {
    await chooseMails(viewer, input)
    return paths.mailWishes(viewer.kind, 'saved')
  },
})
