import { z } from 'zod'

const id = z.coerce.number().int().positive()

/** What the account card's form sends. An empty password keeps the one that there is. */
export const accountChange = z.object({
  id,
  version: z.string().max(100).optional(),
  login: z
    .string()
    .trim()
    .min(1, 'missing')
    .max(200, 'tooLong')
    .regex(/^\P{Cc}*$/u, 'invalid'),
  password: z.string().max(1000, 'too_long').default(''),
  generate: z.literal('on').optional(),
  mustChange: z.literal('on').optional(),
  profile: z.union([z.literal('').transform(() => null), id]).optional(),
  ldapId: z
    .string()
    .trim()
    .max(500, 'tooLong')
    .transform((text) => text || null)
    .optional(),
})
export type AccountChange = z.output<typeof accountChange>
