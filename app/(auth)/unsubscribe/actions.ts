'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { AppError } from '#lib/errors.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { unsubscribe } from '#lib/mail/commands/choose.ts'
import { paths } from '#lib/paths.ts'

/** For whoever holds the link of a mail; signed in or not. */
export const stopMails = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: z.object({ token: z.string().max(1_000) }),
  run: async (_viewer, { token }, request) => {
    if (!(await unsubscribe(token, clientAddress(request)))) throw new AppError('not_found')
    return paths.unsubscribePage({ done: 'yes' })
  },
})
