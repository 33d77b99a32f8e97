import { z } from 'zod'

export const oneSession = z.object({ session: z.uuid() })
/** For all at once there is nothing to say. */
export const noSession = z.object({})
export const sessionsOf = z.object({
  kind: z.enum(['contact', 'engineer']),
  owner: z.coerce.number().int().positive(),
})
