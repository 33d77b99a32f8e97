import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels, someLabels } from '../i18n/labels-input.ts'
import { isTimeZone } from '../i18n/wall-clock.ts'
import type { ServiceHours } from './service-hours.ts'

/** What stands in addresses, imports and themes; the same for queues and all that belongs to them. */
export const keyInput = z
  .string()
  .trim()
  .min(1, 'missing')
  .max(60, 'tooLong')
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'key')

export const reference = z.coerce.number('unknown').int('unknown').positive('unknown')
const noneOr = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((given) => (given === '' ? undefined : given), shape.optional()).transform((given) => given ?? null)

export const LABEL_MAX = 80
export const TEXT_MAX = 500

export const queueChange = nested(
  z.object({
    key: keyInput,
    kind: z.enum(['regular', 'faq'], 'unknown'),
    labels: labels(LABEL_MAX),
    descriptions: someLabels(TEXT_MAX),
    icon: z.string().trim().min(1, 'missing').max(40, 'tooLong'),
    active: z.literal('on').optional().transform(Boolean),
  }),
)
export type QueueChange = z.output<typeof queueChange>

/** Which classes the queue's entries may have, and which its writers start with. */
export const queueTextClassesChange = z.object({
  allowed: z
    .array(reference)
    .max(200)
    .transform((given) => given.toSorted((one, other) => one - other)),
  engineerTextClassId: noneOr(reference),
  customerTextClassId: noneOr(reference),
})
export type QueueTextClassesChange = z.output<typeof queueTextClassesChange>

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** Longer than this no customer waits, and nothing has to be computed. */
const MOST_HOURS = 1000
const CLOSED = { from: null, to: null }

/** Answer time in hours of service, and the hours; `always` means that every hour counts. */
export const serviceChange = nested(
  z
    .object({
      answerHours: noneOr(
        z
          .string()
          .trim()
          .transform((text) => Number(text.replace(',', '.')))
          .pipe(z.number('number').min(0.25, 'number').max(MOST_HOURS, 'number')),
      ),
      timeZone: z.string().trim().refine(isTimeZone, 'timeZone'),
      always: z.literal('on').optional().transform(Boolean),
      days: z.partialRecord(z.enum(WEEKDAYS.map(String)), z.object({ from: clock(), to: clock(1440) })).default({}),
    })
    .superRefine(({ days, always }, context) => {
      for (const [day, { from, to } = CLOSED] of Object.entries(days)) {
        if ((from === null) !== (to === null) || (from !== null && to !== null && from >= to))
          context.addIssue({ code: 'custom', path: ['days', day, 'to'], message: 'fromTo' })
      }
      if (!always && Object.values(days).every((times) => (times?.from ?? null) === null))
        context.addIssue({ code: 'custom', path: ['always'], message: 'neverOpen' })
    })
    .transform(({ answerHours, timeZone, always, days }) => ({
      answerMinutes: answerHours === null ? null : Math.round(answerHours * 60),
      serviceHours: always ? null : { timeZone, days: openDays(days) },
    })),
)
export type ServiceChange = z.output<typeof serviceChange>

/** Minutes since midnight; 00:00 as an end is midnight to come. */
function clock(midnight = 0) {
  return z
    .string()
    .trim()
    .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'fromTo')
    .transform((text) => (text === '' ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3)) || midnight))
}

function openDays(days: Record<string, { from: number | null; to: number | null } | undefined>): ServiceHours['days'] {
  return Object.fromEntries(
    Object.entries(days).flatMap(([day, times]) =>
      times && times.from !== null && times.to !== null ? [[day, [times.from, times.to]]] : [],
    ),
  )
}
