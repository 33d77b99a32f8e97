import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { labels, someLabels } from '../i18n/labels-input.ts'
import { parseFieldValue } from '../tickets/field-input.ts'
import { FIELD_TYPES, type FieldCondition, type FieldOption, hasOptions } from '../tickets/field-types.ts'
import { keyInput, LABEL_MAX, TEXT_MAX } from './input.ts'

/** The names that the form sends several times. */
export const fieldLists = ['condition', 'initialChoices'] as const

const OPTION_ROWS = 200

const optionRow = z.object({
  value: z.string().trim().max(60, 'tooLong').default(''),
  labels: someLabels(LABEL_MAX),
  offered: z.literal('on').optional(),
})

export const options = z
  .partialRecord(z.string().regex(/^\d{1,3}$/), optionRow)
  .default({})
  .transform((rows, context): FieldOption[] => {
    const filled = Object.entries(rows).filter(([, row]) => row && (row.value || Object.keys(row.labels).length))
    if (filled.length > OPTION_ROWS) context.addIssue({ code: 'custom', message: 'tooMany' })
    const seen = new Set<string>()
    return filled.flatMap(([at, row]) => {
      if (!row) return []
      const value = row.value || keyOf(row.labels.en ?? '')
      if (!row.labels.en) context.addIssue({ code: 'custom', path: [at, 'labels', 'en'], message: 'missing' })
      else if (!value) context.addIssue({ code: 'custom', path: [at, 'value'], message: 'missing' })
      if (seen.has(value)) context.addIssue({ code: 'custom', path: [at, 'value'], message: 'taken' })
      seen.add(value)
      return [{ value, labels: row.labels, ...(row.offered ? {} : { retired: true as const }) }]
    })
  })

/** What a choice is called inside where nobody said: "Two weeks" is `two_weeks`. */
function keyOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
}

/** Ticked as `field:value`; all of one field, or it could not be said in a sentence. */
const condition = z
  .array(z.string().regex(/^[\w-]{1,60}:.{1,60}$/, 'unknown'))
  .max(200)
  .transform((ticked, context): FieldCondition | null => {
    const [first, ...others] = [...new Set(ticked.map((one) => one.slice(0, one.indexOf(':'))))]
    if (others.length) context.addIssue({ code: 'custom', message: 'oneField' })
    if (first === undefined) return null
    return { field: first, values: ticked.map((one) => one.slice(one.indexOf(':') + 1)) }
  })

const change = z.object({
  type: z.enum(FIELD_TYPES, 'unknown'),
  labels: labels(LABEL_MAX),
  help: someLabels(TEXT_MAX),
  section: someLabels(LABEL_MAX),
  required: z.literal('on').optional().transform(Boolean),
  exposure: z.enum(['none', 'read', 'full'], 'unknown'),
  options,
  condition,
  initial: z.string().trim().max(10_000, 'tooLong').default(''),
  initialChoices: z.array(z.string().max(60)).max(OPTION_ROWS),
})

type Given = z.output<typeof change>

/** Texts become values of the field's type; what a type has no use for is left out. */
function typed<Field extends Given>({ initialChoices, initial, options, ...field }: Field, context: z.RefinementCtx) {
  const listed = hasOptions(field.type)
  if (listed && !options.some((option) => !option.retired))
    context.addIssue({ code: 'custom', path: ['options.0.labels.en'], message: 'noOption' })
  const given = field.type === 'multi_list' ? initialChoices : initial
  const parsed =
    given.length && field.type !== 'contact' ? parseFieldValue({ type: field.type, options }, given) : undefined
  if (parsed && !parsed.ok)
    context.addIssue({ code: 'custom', path: ['initial'], message: listed ? 'unknown' : 'initial' })
  return { ...field, options: listed ? options : null, initial: parsed?.ok ? parsed.value : null }
}

export const fieldChange = nested(change.transform(typed))
export type FieldChange = z.output<typeof fieldChange>

export const newField = nested(change.extend({ key: keyInput }).transform(typed))
export type NewField = z.output<typeof newField>
