import { z } from 'zod'

export const newImport = z.object({
  group: z.coerce.number().int().positive('missing'),
  level: z.enum(['company', 'contact']),
})

export const readingChoice = z.object({ encoding: z.string().max(40), separator: z.string().max(5) })

export const checkInput = z.object({
  id: z.coerce.number().int().positive(),
  target: z.array(z.string().max(200)).max(200),
  empty: z.enum(['keep', 'clear']),
  profile: z.string().max(20).default(''),
})

export const runInput = z.object({ id: z.coerce.number().int().positive(), mode: z.enum(['all', 'rows']) })
export const importId = z.object({ id: z.coerce.number().int().positive() })
