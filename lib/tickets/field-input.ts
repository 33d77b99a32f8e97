import { z } from 'zod'
import type { FieldProblems } from '../errors.ts'
import type { FieldCondition, FieldOption, FieldType } from './field-types.ts'

export type FormField = {
  id: number
  key: string
  type: FieldType
  label: string
  help: string | null
  section: string | null
  required: boolean
  /** What the form starts with. */
  initial: unknown
  options: FieldOption[] | null
  condition: FieldCondition | null
}

type Raw = Record<string, string | string[]>

/** Whether a field is asked for, given the other values of the form. */
export function isAsked(field: FormField, values: Raw): boolean {
  if (!field.condition) return true
  const given = [values[field.condition.field] ?? []].flat()
  return field.condition.values.some((value) => given.includes(value))
}

/** Form values as the fields' types have them, or which of them are wrong and how. Fields that are not asked for are left out. */
export function parseFields(fields: FormField[], raw: Raw): { values: Map<number, unknown>; problems: FieldProblems } {
  const values = new Map<number, unknown>()
  const problems: FieldProblems = {}
  for (const field of fields.filter((one) => isAsked(one, raw))) {
    const given = raw[field.key]
    if (given === undefined || given.length === 0 || (typeof given === 'string' && given.trim() === '')) {
      if (field.required) problems[field.key] = 'fieldMissing'
      continue
    }
    const parsed = parseFieldValue(field, given)
    if (parsed.ok) values.set(field.id, parsed.value)
    else problems[field.key] = parsed.problem
  }
  return { values, problems }
}

type Typed = Pick<FormField, 'type' | 'options'>

/** One given text, or the chosen ones of a list, as the field's type has it; or the key of what is wrong with it. */
export function parseFieldValue(
  field: Typed,
  given: string | string[],
): { ok: true; value: unknown } | { ok: false; problem: string } {
  const parsed = shapeOf(field).safeParse(given)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, problem: problemOf(field.type) }
}

function shapeOf(field: Typed): z.ZodType {
  const choices = z.enum((field.options ?? []).map((option) => option.value))
  switch (field.type) {
    case 'text':
      return z.string().trim().max(500)
    case 'long_text':
      return z.string().trim().max(10_000)
    case 'number':
      return z
        .string()
        .trim()
        .transform((text) => text.replace(',', '.'))
        .pipe(z.coerce.number())
    case 'date':
      return z.iso.date()
    case 'date_time':
      return z.iso.datetime({ local: true })
    case 'boolean':
      return z.enum(['on', 'off', 'true', 'false']).transform((text) => text === 'on' || text === 'true')
    case 'list':
      return choices
    case 'multi_list':
      return z.union([choices.transform((one) => [one]), z.array(choices).max(100)])
    case 'email':
      return z.email().max(254)
    case 'link':
      return z.url({ protocol: /^https?$/ }).max(2000)
    case 'contact':
      return z.string().trim().max(200)
  }
}

function problemOf(type: FieldType): string {
  if (type === 'number') return 'fieldNumber'
  if (type === 'date' || type === 'date_time') return 'fieldDate'
  if (type === 'list' || type === 'multi_list') return 'fieldChoice'
  return 'fieldInvalid'
}
