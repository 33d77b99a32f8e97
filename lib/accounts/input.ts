import { z } from 'zod'

const secret = z.string().min(1, 'missing').max(1000, 'too_long')

export const passwordChange = z.object({ current: secret, password: secret, repeat: secret })
export type PasswordChange = z.output<typeof passwordChange>
