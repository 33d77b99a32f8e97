import { type DataField, type Level, placeOf } from '../groups/data-model.ts'
import type { RowProblem } from './problem.ts'

type Held = { email?: string | null; fields: Record<string, unknown> }

/** Required fields that a new record would not have, or that a row would take from one that has them. */
export function missingFields(
  level: Level,
  required: readonly DataField[],
  { before, after }: { before: Held | undefined; after: Held },
): RowProblem[] {
  const missing = required.filter((field) => isEmpty(field, after) && !(before && isEmpty(field, before)))
  return missing.map((field) => ({ key: 'missing', at: targetOf(level, field) }))
}

function isEmpty(field: DataField, { email, fields }: Held): boolean {
  const value = placeOf(field) === 'email' ? email : fields[field.key]
  return value == null || value === '' || (Array.isArray(value) && value.length === 0)
}

function targetOf(level: Level, field: DataField): string {
  if (placeOf(field) === 'email') return 'email'
  return `${level === 'company' ? 'company.field.' : 'field.'}${field.key}`
}
