import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { honest, playwrightCounts, sum, vitestCounts } from './counts.ts'

function report(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-counts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const vitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }

test('a suite that ran nothing has failed', () => {
  expect(honest({ passed: 0, failed: 0, skipped: 4 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 4 })
})

test('a suite that ended with an error but names no failed test has failed', () => {
  const counts = vitestCounts(report({ ...vitestReport, testResults: [] }))
  expect(honest(counts, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a test file that could not be loaded counts as a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(vitestCounts(report({ ...vitestReport, testResults }))).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a missing report is a failure', () => {
  expect(vitestCounts('/nowhere.json').failed).toBe(1)
  expect(playwrightCounts('/nowhere.json').failed).toBe(1)
})

test('a browser test that passes at its second try has passed', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 } })
  expect(playwrightCounts(path)).toEqual({ passed: 7, failed: 1, skipped: 0 })
})

test('adds up', () => {
  const each = { passed: 1, failed: 2, skipped: 3 }
  expect(sum([each, each])).toEqual({ passed: 2, failed: 4, skipped: 6 })
})
