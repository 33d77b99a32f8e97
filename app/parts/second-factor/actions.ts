'use server'

import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { answerIn, attestationShape } from '#lib/auth/second-factor/passkey-answers.ts'
import { beginApp, confirmApp } from '#lib/factors/commands/app.ts'
import { addPasskey, requestPasskey } from '#lib/factors/commands/passkey.ts'
import { removeFactor, renewRecoveryCodes } from '#lib/factors/commands/remove.ts'
import { codeShape, factorShape, passkeyName, proofShape } from '#lib/factors/input.ts'
import { paths } from '#lib/paths.ts'
import { wornTheme } from '#lib/themes/worn.ts'

/** Recovery codes, one a line, for the answer alone; or where there are none to show, the way on. */
const shown = (codes: string[] | null, on: string) => (codes ? { once: codes.join('\n') } : on)

const begin = defineAction({
  viewer: 'signedIn',
  initialPassword: 'passes',
  input: z.object({}),
  run: async (viewer) => {
    await beginApp(viewer)
    return paths.secondFactor(viewer.kind, 'app')
  },
})

export async function beginAppSetUp(form: FormData): Promise<void> {
  await begin(form)
}

export const confirmAppSetUp = defineAction({
  viewer: 'signedIn',
  initialPassword: 'passes',
  input: proofShape.extend({ code: codeShape }),
  run: async (viewer, given, request) =>
    shown(await confirmApp(viewer, given, request), paths.secondFactor(viewer.kind, { done: 'app' })),
})

/** What the browser needs to make a passkey. */
export const askNewPasskey = defineAction({
  viewer: 'signedIn',
  initialPassword: 'passes',
  input: z.object({}),
  run: async (viewer, _input, request) => ({
    once: await requestPasskey(viewer, (await wornTheme()).name, request),
  }),
})

const addition = proofShape.extend({ name: passkeyName, answer: answerIn(attestationShape) })

export const keepNewPasskey = defineAction({
  viewer: 'signedIn',
  initialPassword: 'passes',
  input: addition,
  run: async (viewer, given, request) =>
    shown(await addPasskey(viewer, given, request), paths.secondFactor(viewer.kind, { done: 'passkey' })),
})

export const removeOwnFactor = defineAction({
  viewer: 'signedIn',
  input: proofShape.extend({ factor: factorShape }),
  run: async (viewer, given, request) => {
    await removeFactor(viewer, given, request)
    return paths.secondFactor(viewer.kind, { done: 'removed' })
  },
})

export const renewCodes: (state: FormState, form: FormData) => Promise<FormState> = defineAction({
  viewer: 'signedIn',
  input: proofShape,
  run: async (viewer, proof, request) => shown(await renewRecoveryCodes(viewer, proof, request), ''),
})
