import type { z } from 'zod'
import type { FieldProblems } from '../errors.ts'

/** The first problem of each field, as a message key. */
export function problemsOf(error: z.ZodError): FieldProblems {
  return Object.fromEntries(error.issues.toReversed().map((issue) => [issue.path.join('.'), issue.message]))
}
