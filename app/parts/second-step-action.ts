'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { signInThroughForm } from '#lib/auth/next-auth.ts'
import type { SecondProof } from '#lib/auth/second-factor/finish.ts'
import { answerIn, assertionShape } from '#lib/auth/second-factor/passkey-answers.ts'
import { forgetStep, keptStep } from '#lib/auth/second-factor/step-cookie.ts'
import { stepPasskeyRequest } from '#lib/auth/second-factor/steps.ts'
import { AppError } from '#lib/errors.ts'
import { codeShape } from '#lib/factors/input.ts'
import { localPath, paths } from '#lib/paths.ts'

const place = { kind: z.enum(['contact', 'engineer']), next: z.string().max(2000).default('') }
type Place = { kind: 'contact' | 'engineer'; next: string }

/** A code of the app, or a recovery code. */
export const takeStep = defineAction({
  viewer: 'anyone',
  newPage: true,
  initialPassword: 'passes',
  input: z.object({ ...place, by: z.enum(['app', 'recovery']), code: codeShape }),
  run: (_viewer, { by, code, ...to }) => finish({ by, code }, to),
})

export const takeStepByPasskey = defineAction({
  viewer: 'anyone',
  newPage: true,
  initialPassword: 'passes',
  input: z.object({ ...place, answer: answerIn(assertionShape) }),
  run: (_viewer, { answer, ...to }) => finish({ by: 'passkey', answer }, to),
})

/** What the browser needs to ask its passkeys, for the step that it is at. */
export const askStepPasskey = defineAction({
  viewer: 'anyone',
  initialPassword: 'passes',
  input: z.object({}),
  run: async (_viewer, _input, request) => ({ once: await stepPasskeyRequest(await keptStep(), request) }),
})

async function finish(proof: SecondProof, { kind, next }: Place): Promise<string> {
  const goal = localPath(next, kind === 'engineer' ? paths.desk() : paths.welcome())
  const signIn = kind === 'engineer' ? paths.deskSignIn : paths.signIn
  try {
    const outcome = await signInThroughForm('second-step', { step: await keptStep(), proof })
    await forgetStep()
    return outcome === 'admitted' ? goal : signIn(goal, 'refused')
  } catch (error) {
    if (error instanceof AppError && error.code === 'session_ended') return signIn(goal, 'over')
    throw error
  }
}
