import { type DataField, type DataModel, fieldsOf, type Level, placeOf } from './data-model.ts'

/** A company or contact as its data model's fields see it. */
export type Held = { email?: string | null; fields: Record<string, unknown> }

export function isEmptyIn({ email, fields }: Held, field: DataField): boolean {
  const value = placeOf(field) === 'email' ? email : fields[field.key]
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The required fields that a record has no value for: it is older than the rule, or came with what its source knew. */
export function lackedFields(model: DataModel, level: Level, held: Held): DataField[] {
  return fieldsOf(model, level).filter((field) => field.required && isEmptyIn(held, field))
}
