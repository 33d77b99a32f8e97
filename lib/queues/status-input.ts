import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels, someLabels } from '../i18n/labels-input.ts'
import { keyInput, LABEL_MAX, TEXT_MAX } from './input.ts'

export const STATUS_KINDS = ['open', 'waiting', 'closed'] as const

const change = z.object({
  labels: labels(LABEL_MAX),
  nextStep: someLabels(TEXT_MAX),
  kind: z.enum(STATUS_KINDS, 'unknown'),
  acceptsComments: z.literal('on').optional().transform(Boolean),
  isInitial: z.literal('on').optional().transform(Boolean),
})

/** A ticket that is closed from the start would never be seen by anybody. */
const startsOpen = (given: { isInitial: boolean; kind: string }) => !given.isInitial || given.kind !== 'closed'
const refusal = { path: ['isInitial'], message: 'initialClosed' }

export const statusChange = nested(change.refine(startsOpen, refusal))
export type StatusChange = z.output<typeof statusChange>

export const newStatus = nested(change.extend({ key: keyInput }).refine(startsOpen, refusal))
export type NewStatus = z.output<typeof newStatus>
