import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }

/** One check without parts of its own, such as the linter. */
export const one = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

export function sum(all: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) for (const kind of ['passed', 'failed', 'skipped'] as const) total[kind] += counts[kind]
  return total
}

/** A suite that failed without naming a test, or that ran none, counts as one failure: silence is not success. */
export function honest(counts: Counts, exitCode: number): Counts {
  const silent = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return silent ? { ...counts, failed: 1 } : counts
}

const vitestShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** Of Vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function vitestCounts(path: string): Counts {
  const report = vitestShape.safeParse(read(path))
  if (!report.success) return one(false)
  const { data } = report
  const broken = data.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = data.numFailedTests + broken.length
  return { passed: data.numPassedTests, failed, skipped: data.numPendingTests + data.numTodoTests }
}

const playwrightShape = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

/** Of Playwright's JSON report. What passed at its second try counts as passed; the list of the run names it as flaky. */
export function playwrightCounts(path: string): Counts {
  const report = playwrightShape.safeParse(read(path))
  if (!report.success) return one(false)
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

const read = (path: string): unknown => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)
