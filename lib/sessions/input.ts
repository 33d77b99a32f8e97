import { z } from 'zod'

export const oneSession = z.object({ session: z.uuid() })
export const sessionsOf = z.object({
  kind: z.enum(['contact', 'engineer']),
  owner: z.coerce.number().int().positive(),
})
