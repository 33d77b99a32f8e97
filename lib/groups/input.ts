import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels, someLabels } from '../i18n/labels-input.ts'
import { options } from '../queues/field-input.ts'
import { keyInput, LABEL_MAX, reference, TEXT_MAX } from '../queues/input.ts'
import { FIELD_TYPES, hasOptions } from '../tickets/field-types.ts'
import { ANNOTATIONS } from './annotations.ts'
import { LEVELS } from './data-model.ts'
import { keysIn, NAME_PATTERN } from './name-pattern.ts'

export const ASSIGNMENTS = ['none', 'manual', 'fixed'] as const
export type Assignment = (typeof ASSIGNMENTS)[number]

const ticked = z.literal('on').optional().transform(Boolean)
const orNull = (text: string | undefined) => text || null

/** A pattern without a field would give everybody the same name. */
const pattern = z
  .string()
  .trim()
  .max(120, 'tooLong')
  .regex(NAME_PATTERN, 'pattern')
  .refine((text) => text === '' || keysIn(text).length > 0, 'pattern')
  .optional()
  .transform(orNull)

export const groupChange = nested(
  z
    .object({
      key: keyInput,
      labels: labels(LABEL_MAX),
      hasCompanies: z.enum(['yes', 'no'], 'unknown').transform((chosen) => chosen === 'yes'),
      portalEnabled: ticked,
      accountAssignment: z.enum(ASSIGNMENTS, 'unknown'),
      fixedProfileId: z
        .union([z.literal('').transform(() => null), reference], 'unknown')
        .optional()
        .transform((id) => id ?? null),
      theme: z.string().max(100, 'unknown').optional().transform(orNull),
      companyName: pattern,
      contactName: pattern,
    })
    .superRefine(({ accountAssignment, fixedProfileId }, context) => {
      if (accountAssignment === 'fixed' && fixedProfileId === null)
        context.addIssue({ code: 'custom', path: ['fixedProfileId'], message: 'profileMissing' })
    })
    .transform((change) => ({
      ...change,
      fixedProfileId: change.accountAssignment === 'fixed' ? change.fixedProfileId : null,
      companyName: change.hasCompanies ? change.companyName : null,
    })),
)
export type GroupChange = z.output<typeof groupChange>

export const fieldGroupChange = nested(z.object({ labels: labels(LABEL_MAX) }))
export type FieldGroupChange = z.output<typeof fieldGroupChange>

export const newFieldGroup = nested(z.object({ labels: labels(LABEL_MAX), level: z.enum(LEVELS, 'unknown') }))
export type NewFieldGroup = z.output<typeof newFieldGroup>

const field = z.object({
  labels: labels(LABEL_MAX),
  help: someLabels(TEXT_MAX),
  options,
  required: ticked,
  annotations: z.array(z.enum(ANNOTATIONS, 'unknown')).max(ANNOTATIONS.length),
})

export const fieldChange = nested(field)
export type FieldChange = z.output<typeof fieldChange>

export const newField = nested(
  field.extend({ key: keyInput, type: z.enum(FIELD_TYPES, 'unknown') }).superRefine(({ type, options }, context) => {
    if (hasOptions(type) && options.length === 0)
      context.addIssue({ code: 'custom', path: ['options.0.labels.en'], message: 'noOption' })
  }),
)
export type NewField = z.output<typeof newField>
