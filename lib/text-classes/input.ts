import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels } from '../i18n/labels-input.ts'
import { keyInput, LABEL_MAX } from '../queues/input.ts'

export const COLOURS = ['neutral', 'info', 'success', 'warning', 'danger'] as const

const change = z.object({
  labels: labels(LABEL_MAX),
  customerVisible: z.literal('on').optional().transform(Boolean),
  colour: z.enum(COLOURS, 'unknown'),
  icon: z.string().trim().min(1, 'missing').max(40, 'tooLong'),
})

/** A text class as it shall be. Its visibility holds for every entry and file that has it, old ones too (V5). */
export const textClassChange = nested(change)
export type TextClassChange = z.output<typeof textClassChange>

export const newTextClass = nested(change.extend({ key: keyInput }))
export type NewTextClass = z.output<typeof newTextClass>
