import { step } from './prepare/progress.mjs'
import { root } from './start/prepare.ts'
import { type Counts, honest, sum } from './test/counts.ts'
import { installPrograms } from './test/programs.ts'
import { selectionOf } from './test/selection.ts'
import { lint, type Outcome, playwright, production, types, vitest } from './test/steps.ts'

const { everything, vitest: unit, playwright: browser } = selectionOf(process.argv.slice(2))
const results: Counts[] = []

async function attempt(name: string, work: () => Promise<Outcome>): Promise<Counts> {
  const { counts, output } = await step(name, work)
  if (counts.failed) process.stdout.write(`${output.trim() || '  No test ran.'}\n`)
  if (counts.passed + counts.failed + counts.skipped > 1) process.stdout.write(`  ${inWords(counts)}\n`)
  return counts
}

const inWords = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped ? ` (${skipped} skipped)` : ''}`

if (browser) await installPrograms(root)
if (everything) results.push(await attempt('Lint, format, import rules', () => lint(root)))
if (everything) results.push(await attempt('Types', () => types(root)))
if (unit) results.push(await attempt('Unit and integration tests', () => vitest(root, unit)))
if (browser) {
  const built = await attempt('Production build', () => production(root))
  // For a chosen test the build is a means; for everything it is a result.
  if (everything || built.failed) results.push(built)
  if (!built.failed) results.push(await attempt('Browser tests', () => playwright(root, browser)))
}

// A pattern may match in one suite only, but it has to match.
const { passed, failed } = honest(sum(results), 0)
process.exitCode = failed ? 1 : 0
process.stdout.write(`${passed} passed, ${failed} failed\n`)
