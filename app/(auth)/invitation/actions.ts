'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { setPasswordByLink } from '#lib/links/commands/set-password.ts'
import { newPassword } from '#lib/links/input.ts'
import { paths } from '#lib/paths.ts'

/** Signs nobody in: whoever has the link shows next that it has the password, too. */
export const acceptInvitation = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: newPassword,
  run: async (_viewer, input, request) => {
    const kind = await setPasswordByLink('invitation', input, clientAddress(request))
    return kind === 'engineer' ? paths.deskSignIn(undefined, 'invited') : paths.signIn(undefined, 'invited')
  },
})
