'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { signInThroughForm } from '#lib/auth/next-auth.ts'
import { AppError } from '#lib/errors.ts'
import { localPath, paths } from '#lib/paths.ts'

/** One refusal for every cause; which it was only the audit log tells. */
export const signIn = defineAction({
  viewer: 'anyone',
  newPage: true,
  initialPassword: 'passes',
  input: z.object({
    kind: z.enum(['contact', 'engineer']),
    login: z.string().trim().min(1, 'loginMissing').max(200),
    password: z.string().min(1, 'passwordMissing').max(1000),
    next: z.string().max(2000).optional(),
  }),
  run: async (_viewer, { kind, login, password, next }) => {
    const outcome = await signInThroughForm('password', { kind, login, password })
    if (outcome === 'refused') throw new AppError('session_ended')
    const goal = localPath(next, kind === 'engineer' ? paths.desk() : paths.welcome())
    return outcome === 'second_step' ? paths.secondStep(kind, { next: goal }) : goal
  },
})
