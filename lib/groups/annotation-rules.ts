import type { FieldProblems } from '../errors.ts'
import type { FieldType } from '../tickets/field-types.ts'
import { type Annotation, SINGLE_ANNOTATIONS, type SingleAnnotation } from './annotations.ts'
import type { Level } from './data-model.ts'

type Marked = { type: FieldType; annotations: readonly Annotation[] }

/** The marks of a field that give it a place of its own, outside the fields of the contact. */
export function singlesOf({ annotations }: { annotations: readonly Annotation[] }): SingleAnnotation[] {
  return SINGLE_ANNOTATIONS.filter((one) => annotations.includes(one))
}

/**
 * Nobody can be asked for what the desk only shows; and the account's parts are asked for where an account is given, which
 * not every contact has.
 */
export function requiredProblem(field: Marked & { required: boolean }): FieldProblems | undefined {
  const asked = singlesOf(field).every((single) => single === 'email') && !field.annotations.includes('readonly')
  return field.required && !asked ? { required: 'notAsked' } : undefined
}

/**
 * What is wrong with a field's annotations, or nothing. The account's parts and the address for mails belong to contacts,
 * once in a data model, and one field is only one of them.
 */
export function annotationProblem(field: Marked, level: Level, others: readonly Marked[]): FieldProblems | undefined {
  const singles = singlesOf(field)
  const [single] = singles
  if (!single) return undefined
  if (level === 'company') return { annotations: 'contactOnly' }
  if (singles.length > 1) return { annotations: 'oneOf' }
  if (others.some((other) => other.annotations.includes(single))) return { annotations: 'annotationTaken' }
  const fits = single === 'email' ? ['text', 'email'] : ['text']
  return fits.includes(field.type) ? undefined : { annotations: 'annotationType' }
}
