import { z } from 'zod'

/** An empty field is no limit. */
const limit = z
  .string()
  .trim()
  .regex(/^\d{0,6}$/, 'number')
  .transform((text) => (text === '' ? null : Number(text)))

export const licenceChange = z.object({ seats: limit, concurrentCustomers: limit })

/** How many seats, and how many customers at once; null is no limit. */
export type LicenceChange = z.output<typeof licenceChange>
