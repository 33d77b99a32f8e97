import { exampleValues } from './examples.ts'
import { kindOf, type MailKey } from './kinds.ts'
import { fill, namesIn, TemplateProblem } from './liquid.ts'
import type { MailText } from './render.ts'

/** What is wrong with a text, at which field and line; also in a branch that the example values do not take. */
export function problemIn(
  key: MailKey,
  text: MailText,
): { field: 'subject' | 'body'; line: number; message: string } | undefined {
  const values = exampleValues(key, 'en', 'Portico')
  for (const field of ['subject', 'body'] as const) {
    try {
      for (const { name, line } of namesIn(text[field])) {
        if (!(kindOf(key).values as readonly string[]).includes(name)) throw new TemplateProblem(`{{ ${name} }}`, line)
      }
      fill(text[field], values)
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error
      return { field, line: error.line, message: error.message }
    }
  }
  return undefined
}
