import path from 'node:path'
import { isError } from '#lib/themes/check/index.ts'
import type { Problem } from '#lib/themes/problem.ts'

/** Prints each problem as `file:line`, reason and remedy; the path is one that an editor opens. */
export function report(dir: string, problems: readonly Problem[]): void {
  for (const problem of problems) {
    const place = `${path.relative(process.cwd(), path.join(dir, problem.file))}${problem.line ? `:${problem.line}` : ''}`
    process.stdout.write(
      `${isError(problem) ? 'error  ' : 'note   '} ${place}\n        ${problem.reason}\n        ${problem.remedy}\n`,
    )
  }
}

export function fail(message: string): 1 {
  process.stderr.write(`${message}\n`)
  return 1
}
