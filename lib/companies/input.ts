import { z } from 'zod'
import { nested } from '../http/nested.ts'

const id = z.coerce.number().int().positive()

/** What the desk's form of a company sends; which of its `fields` and `lists` there may be the data model says. */
const record = {
  name: z.string().trim().max(200, 'tooLong').optional(),
  externalId: z
    .string()
    .trim()
    .max(100, 'tooLong')
    .transform((text) => text || null),
  fields: z.record(z.string(), z.string().max(20_000, 'tooLong')).default({}),
  lists: z.record(z.string(), z.array(z.string().max(200)).max(100)).default({}),
}

export const newCompany = nested(z.object({ group: z.string().max(100), ...record }))
export type NewCompany = z.output<typeof newCompany>

export const companyChange = nested(z.object({ id, version: z.string().max(100).optional(), ...record }))
export type CompanyChange = z.output<typeof companyChange>
