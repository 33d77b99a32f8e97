import { z } from 'zod'

/** How the owner proves itself again before a factor changes; which of the two is asked the form says. */
export const proofShape = z.object({
  password: z.string().max(1000).default(''),
  proof: z.string().max(100).default(''),
})
export type Proof = z.output<typeof proofShape>

export const codeShape = z.string().trim().min(1, 'codeMissing').max(40, 'wrongCode')
export const passkeyName = z.string().trim().min(1, 'missing').max(60, 'tooLong')

/** A factor that is taken away: the app, or a passkey by its number. */
export const factorShape = z.union([
  z.literal('app'),
  z
    .string()
    .regex(/^passkey-\d{1,15}$/)
    .transform((text) => Number(text.slice('passkey-'.length))),
])

export const lossShape = z.object({
  id: z.coerce.number('unknown').int().positive(),
  reason: z.string().trim().min(1, 'missing').max(500, 'tooLong'),
})
