import type { FieldDefinition } from './queues/definition.ts'
import type { Random } from './random.ts'

/** Field key to value, in the form in which the database keeps it. */
export type Values = Record<string, unknown>

/**
 * What was filled in: the scenario's own values first, then believable ones. Fields that customers cannot edit are an
 * engineer's work and stay empty while nobody has begun.
 */
export function fillIn(fields: FieldDefinition[], given: Values, begun: boolean, day: Date, random: Random): Values {
  const values: Values = {}
  for (const field of fields) {
    if (field.condition && !field.condition.values.includes(String(values[field.condition.field]))) continue
    if (field.exposure !== 'full' && !field.required && !begun) continue
    const value = given[field.key] ?? suggest(field, day, random)
    if (value !== undefined) values[field.key] = value
  }
  return values
}

function suggest(field: FieldDefinition, day: Date, random: Random): unknown {
  if (!field.required && random.chance(0.35)) return undefined
  if (field.sample) return field.sample(random, day)
  if (field.options) return random.pick(field.options).value
  return undefined
}
