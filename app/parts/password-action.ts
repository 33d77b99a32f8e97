'use server'

import { changeOwnPassword } from '#lib/accounts/commands.ts'
import { passwordChange } from '#lib/accounts/input.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'

export const changePassword = defineAction({
  viewer: 'signedIn',
  initialPassword: 'passes',
  input: passwordChange,
  run: async (viewer, input) => {
    await changeOwnPassword(viewer, input)
    return viewer.kind === 'engineer' ? paths.desk() : `${paths.account()}?done=password`
  },
})
