'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { newPassword } from '#lib/links/input.ts'
import { paths } from '#lib/paths.ts'
import { confirmRegistration } from '#lib/registration/commands/confirm.ts'

/** Signs nobody in: whoever has the link shows next that it has the password, too. */
export const confirm = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: newPassword,
  run: async (_viewer, input, request) => {
    const outcome = await confirmRegistration(input, clientAddress(request))
    return outcome === 'accepted' ? paths.signIn(undefined, 'registered') : paths.confirmRegistration('', 'held')
  },
})
