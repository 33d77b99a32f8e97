import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels } from '../i18n/labels-input.ts'
import { keyInput, LABEL_MAX, reference } from './input.ts'

/** The names that the form sends several times. */
export const activityLists = ['from', 'formFields'] as const

const change = z.object({
  labels: labels(LABEL_MAX),
  from: z
    .array(reference)
    .min(1, 'missing')
    .max(100)
    .transform((given) => given.toSorted((one, other) => one - other)),
  toStatusId: reference,
  asksComment: z.literal('on').optional().transform(Boolean),
  /** Keys of the queue's fields, in the fields' own order. */
  formFields: z.array(keyInput).max(100),
  customersMayExecute: z.literal('on').optional().transform(Boolean),
})

export const activityChange = nested(change)
export type ActivityChange = z.output<typeof activityChange>

export const newActivity = nested(change.extend({ key: keyInput }))
export type NewActivity = z.output<typeof newActivity>
