import type { FieldProblems } from '../errors.ts'
import { parseFieldValue } from '../tickets/field-input.ts'
import type { DataField } from './data-model.ts'

type Raw = Record<string, string | readonly string[] | undefined>
type Parsed = { values: Record<string, unknown>; problems: FieldProblems }

/**
 * Texts of a form or of a file as the fields' types have them, by field key; or which of them are wrong and how. A text
 * that is empty becomes null: the value is taken away. A field that was not sent is left out. Never give it passwords.
 */
export function parseDataFields(fields: readonly DataField[], raw: Raw): Parsed {
  const values: Parsed['values'] = {}
  const problems: FieldProblems = {}
  for (const field of fields) {
    const given = raw[field.key]
    if (given === undefined) continue
    if (given.length === 0 || (typeof given === 'string' && given.trim() === '')) {
      values[field.key] = null
      continue
    }
    const type = field.annotations.includes('email') ? 'email' : field.type
    const parsed = parseFieldValue({ type, options: field.options }, typeof given === 'string' ? given : [...given])
    if (parsed.ok) values[field.key] = parsed.value
    else problems[field.key] = parsed.problem
  }
  return { values, problems }
}
