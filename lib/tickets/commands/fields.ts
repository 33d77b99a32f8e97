import 'server-only'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError, type FieldProblems } from '#lib/errors.ts'
import { type FormField, parseFields } from '../field-input.ts'
import { resolveContacts } from '../queries/contact-fields.ts'

type Filled = {
  fields: FormField[]
  raw: Record<string, string | string[]>
  /** What else is wrong with the form, told in one go. */
  others?: FieldProblems
}

/**
 * What was filled in, by field: as the fields' types have it, contacts by their number.
 * @throws AppError `invalid` with the fields as the form names them, `field.<key>`
 */
export async function fieldValuesIn(
  tx: Transaction,
  viewer: SignedInViewer,
  { fields, raw, others = {} }: Filled,
): Promise<Map<number, unknown>> {
  const { values, problems } = parseFields(fields, raw)
  const unknown = await resolveContacts(tx, viewer, fields, values)
  const wrong = Object.entries({ ...problems, ...unknown }).map(([key, problem]) => [`field.${key}`, problem])
  const all: FieldProblems = { ...others, ...Object.fromEntries(wrong) }
  if (Object.keys(all).length > 0) throw new AppError('invalid', { fields: all })
  return values
}
