'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { askForReset } from '#lib/links/commands/ask.ts'
import { askedLogin } from '#lib/links/input.ts'
import { paths } from '#lib/paths.ts'

/** One answer for every login, known or not. */
export const askForLink = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: askedLogin,
  run: async (_viewer, { kind, login }, request) => {
    await askForReset({ kind, login, address: clientAddress(request) })
    return paths.forgotPassword(kind, 'yes')
  },
})
