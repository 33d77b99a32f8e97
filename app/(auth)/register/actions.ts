'use server'

import { getLocale } from 'next-intl/server'
import { defineAction } from '#lib/actions/define-action.ts'
import { isListName } from '#lib/contacts/fields.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { paths } from '#lib/paths.ts'
import { askToRegister } from '#lib/registration/commands/register.ts'
import { registrationInput } from '#lib/registration/input.ts'

/** One answer for everybody, known or not. */
export const register = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: registrationInput,
  many: isListName,
  run: async (_viewer, input, request) => {
    const locale = await getLocale()
    await askToRegister(input, { host: request.get('host') ?? '', address: clientAddress(request), locale })
    return paths.register({ sent: 'yes' })
  },
})
