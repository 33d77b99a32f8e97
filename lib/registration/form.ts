import { fieldName } from '../contacts/fields.ts'
import { AppError, type FieldProblems } from '../errors.ts'
import { type DataField, isReadonly, placeOf } from '../groups/data-model.ts'
import { parseDataFields } from '../groups/field-values.ts'
import { keysIn } from '../groups/name-pattern.ts'
import type { RegistrationInput } from './input.ts'

/** What people are asked for who register in a customer group. */
export type RegistrationForm = {
  id: number
  key: string
  labels: Record<string, string>
  /** How the name is made of fields; null where it is typed. */
  contactName: string | null
  fields: DataField[]
  consent: Record<string, string> | null
  consentLink: string | null
}

/** Of a group's contact fields those that the form asks for: the chosen and the required ones, and those that make the name. */
export function askedFields(fields: DataField[], asked: readonly string[], contactName: string | null): DataField[] {
  const keys = new Set([...asked, ...keysIn(contactName ?? '')])
  return fields.filter((field) => mayBeAsked(field) && (field.required || keys.has(field.key)))
}

/** The account's fields and the address have places of their own. */
export const mayBeAsked = (field: DataField) => !isReadonly(field) && placeOf(field) === 'fields'

/**
 * What was typed, as the form has it. @throws AppError `invalid` with the fields and what is wrong with them
 */
export function registered(form: RegistrationForm, input: RegistrationInput) {
  const needed = keysIn(form.contactName ?? '')
  const raw = Object.fromEntries(
    form.fields.map((field): [string, string | string[]] => {
      const given = input.fields[field.key]
      if (field.type === 'boolean') return [field.key, given === undefined ? 'off' : 'on']
      if (field.type === 'multi_list') return [field.key, input.lists[field.key] ?? []]
      return [field.key, given ?? '']
    }),
  )
  const { values, problems } = parseDataFields(form.fields, raw)
  const isMissing = ({ key, required }: DataField) => (required || needed.includes(key)) && values[key] == null
  const wrong: FieldProblems = {}
  if (form.contactName === null && !input.name) wrong.name = 'missing'
  for (const field of form.fields) {
    const problem = problems[field.key] ?? (isMissing(field) ? 'missing' : '')
    if (problem) wrong[fieldName(field)] = problem
  }
  if (form.consent && !input.consent) wrong.consent = 'consent'
  if (Object.keys(wrong).length > 0) throw new AppError('invalid', { fields: wrong })
  const made = needed.map((key) => values[key]).filter(Boolean)
  return {
    name: form.contactName === null ? input.name : made.join(' '),
    fields: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }
}
