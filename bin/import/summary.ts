import { formatsFor } from '#lib/i18n/formats.ts'
import en from '#lib/i18n/messages/en/import.json' with { type: 'json' }
import type { ImportProblem } from '#lib/import/import.ts'
import { problemOf } from '#lib/import/problem.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'

/** Where an import stands, in one line. */
export function summaryOf({ state, counts, problem, total, done }: ImportRecord): string {
  if (state === 'failed') return `Stopped: ${problemOfFile(problem)}`
  const { number } = formatsFor('en')
  const { created = 0, changed = 0, unchanged = 0, refused = 0 } = counts ?? {}
  const parts = [`${number(created)} new`, `${number(changed)} changed`, `${number(unchanged)} unchanged`]
  const verb = state === 'done' ? 'Done' : 'Checked, nothing written'
  return `${verb}: ${number(total ?? done)} rows, ${parts.join(', ')}, ${number(refused)} refused.`
}

export function problemOfFile(problem: ImportProblem | null): string {
  const { line, limit, name } = problem ?? {}
  return worded(en.fileProblems, problem?.key ?? 'unexpected', { line, limit, name })
}

export function problemOfRow(kept: string): string {
  const { key, at, arg } = problemOf(kept)
  return worded(en.rowProblems, key, { column: at, text: arg })
}

/** These messages have nothing but names in them, so that putting values in is all there is to do. */
function worded(messages: Record<string, string>, key: string, values: Record<string, unknown>): string {
  const text = messages[key] ?? key
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
