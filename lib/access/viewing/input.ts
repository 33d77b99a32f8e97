import { z } from 'zod'

/** Why an engineer looks through a customer's eyes: it stands in the audit log. */
export const viewingInput = z.object({
  contact: z.coerce.number('unknown').int('unknown').positive('unknown'),
  reason: z.string().trim().min(3, 'missing').max(500, 'tooLong'),
})

export type ViewingInput = z.output<typeof viewingInput>
