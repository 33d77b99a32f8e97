import { z } from 'zod'
import { nested } from '../http/nested.ts'

const id = z.coerce.number().int().positive()
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .transform((text) => text || null)
const fields = z.record(z.string(), z.string().max(20_000, 'tooLong')).default({})
const lists = z.record(z.string(), z.array(z.string().max(200)).max(100)).default({})

/** What the desk's form of a contact sends; which of its `fields` and `lists` there may be the data model says. */
const record = {
  name: z.string().trim().max(200, 'tooLong').optional(),
  externalId: optionalText(100),
  locale: z.enum(['en', 'de']).nullable().catch(null),
  fields,
  lists,
}

export const newContact = nested(z.object({ group: z.string().max(100), company: id.nullish().catch(null), ...record }))
export type NewContact = z.output<typeof newContact>

export const contactChange = nested(z.object({ id, version: z.string().max(100).optional(), ...record }))
export type ContactChange = z.output<typeof contactChange>

export const contactMove = z.object({
  id,
  /** None takes the contact out of its company. */
  company: z.union([z.literal('').transform(() => null), id]),
  /** The company as the confirmation showed it. */
  from: z.union([z.literal('').transform(() => null), id]),
})
export type ContactMove = z.output<typeof contactMove>

export const newNote = z.object({
  about: z.enum(['contact', 'company']),
  id,
  body: z.string().trim().min(1, 'missing').max(5000, 'tooLong'),
})
export type NewNote = z.output<typeof newNote>
