import { type DataField, type Level, placeOf } from '../groups/data-model.ts'
import { type Held, isEmptyIn } from '../groups/lacked.ts'
import type { RowProblem } from './problem.ts'

/** Required fields that a new record would not have, or that a row would take from one that has them. */
export function missingFields(
  level: Level,
  required: readonly DataField[],
  { before, after }: { before: Held | undefined; after: Held },
): RowProblem[] {
  const missing = required.filter((field) => isEmptyIn(after, field) && !(before && isEmptyIn(before, field)))
  return missing.map((field) => ({ key: 'missing', at: targetOf(level, field) }))
}

function targetOf(level: Level, field: DataField): string {
  if (placeOf(field) === 'email') return 'email'
  return `${level === 'company' ? 'company.field.' : 'field.'}${field.key}`
}
