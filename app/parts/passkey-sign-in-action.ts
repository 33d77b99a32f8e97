'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { signInThroughForm } from '#lib/auth/next-auth.ts'
import { answerIn, assertionShape } from '#lib/auth/second-factor/passkey-answers.ts'
import { passkeySignInRequest } from '#lib/auth/second-factor/whole.ts'
import { AppError } from '#lib/errors.ts'
import { localPath, paths } from '#lib/paths.ts'

const kind = z.enum(['contact', 'engineer'])

/** What the browser needs to ask its passkeys, of whoever it is. */
export const askPasskey = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: z.object({ kind }),
  run: async (_viewer, { kind }, request) => ({ once: await passkeySignInRequest(kind, request) }),
})

/** A passkey that has verified its user signs in alone. One refusal for every cause. */
export const signInByPasskey = defineAction({
  viewer: 'anyone',
  newPage: true,
  initialPassword: 'passes',
  input: z.object({ kind, next: z.string().max(2000).default(''), answer: answerIn(assertionShape) }),
  run: async (_viewer, { kind, answer, next }) => {
    if ((await signInThroughForm('passkey', { kind, answer })) !== 'admitted') throw new AppError('session_ended')
    return localPath(next, kind === 'engineer' ? paths.desk() : paths.welcome())
  },
})
