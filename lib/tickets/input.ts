import { z } from 'zod'

export const SUBJECT_MAX = 200
export const BODY_MAX = 50_000

/** Made with each form; two submits of the same form carry the same one. */
const key = z.uuid()
const body = z.string().trim().max(BODY_MAX, 'commentTooLong')

export const commentInput = z.object({ key, number: z.number().int(), body })
export type CommentInput = z.output<typeof commentInput>

/** An engineer's entry; the text class decides whether the customer can read it. */
const engineerIds = z
  .union([z.string(), z.array(z.string()).max(100)])
  .optional()
  .transform((given) => [given ?? []].flat().map(Number).filter(Number.isSafeInteger))

export const answerInput = commentInput.extend({
  textClass: z.string().max(100),
  /** Engineers who are called to the ticket, beside those whom the text names with an @. */
  notify: engineerIds,
})
export type AnswerInput = Omit<z.output<typeof answerInput>, 'notify'> & { notify?: number[] }

export const activityInput = z.object({
  key,
  number: z.coerce.number().int(),
  activity: z.string().max(100),
  body: body.default(''),
  /** Raw form values by field key, where the activity has a form. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
})
export type ActivityInput = Omit<z.output<typeof activityInput>, 'fields'> & { fields?: RawFields | undefined }

export type RawFields = Record<string, string | string[]>

/** The queue's fields in a form, `field.<key>`, by their key; a choice of several comes as a list. */
export function rawFields(form: Record<string, unknown>): RawFields {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      const [, key] = /^field\.(.+)$/.exec(name) ?? []
      const [first = '', ...more] = [value].flat().map(String)
      return key ? [[key, more.length > 0 ? [first, ...more] : first]] : []
    }),
  )
}

/** As a page sends it: each step's comment has a name of its own, for a name is also the id of its control. */
export const stepInput = z.preprocess((given) => {
  const form = z.record(z.string(), z.string()).parse(given)
  return { ...form, body: form[`comment-${form.activity}`] }
}, activityInput)

/** What is missing the command says, in one go with what is missing of the queue's own fields. */
export const createInput = z.object({
  key,
  queue: z.string().max(100),
  subject: z.string().trim().max(SUBJECT_MAX, 'subjectTooLong'),
  description: z.string().trim().max(BODY_MAX, 'commentTooLong'),
  /** Raw form values by field key; the queue's fields say what they mean. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type CreateInput = z.output<typeof createInput>

/** A ticket that an engineer opens for a customer, or for nobody. */
export const openInput = z.object({
  key,
  queue: z.string().max(100),
  contact: z.union([z.literal('none').transform(() => null), z.coerce.number().int().positive()]),
  subject: z.string().trim().max(SUBJECT_MAX, 'subjectTooLong'),
  description: z.string().trim().max(BODY_MAX, 'commentTooLong'),
  /** Ticked, and then not for the customer's eyes. */
  internal: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type OpenInput = z.output<typeof openInput>

export const cannedInput = z.object({
  id: z.coerce.number().int().positive().optional(),
  title: z.string().trim().min(1, 'missing').max(120, 'tooLong'),
  body: z.string().trim().min(1, 'missing').max(10_000, 'tooLong'),
  /** A queue's key, or nothing for all. */
  queue: z.string().max(100),
  locale: z.union([z.enum(['en', 'de']), z.literal('')]),
  shared: z.boolean(),
})
export type CannedInput = z.output<typeof cannedInput>
