import { z } from 'zod'

const secret = z.string().min(1, 'missing').max(1000, 'too_long')

export const newPassword = z.object({ token: z.string().max(200), password: secret, repeat: secret })
export type NewPassword = z.output<typeof newPassword>

export const askedLogin = z.object({
  kind: z.enum(['contact', 'engineer']),
  login: z.string().trim().min(1, 'loginMissing').max(200, 'loginMissing'),
})
