import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../prepare/programs.mjs'
import { build, isBuilt, sourceHash } from '../start/build.ts'
import { type Counts, honest, one, playwrightCounts, vitestCounts } from './counts.ts'

/** What a step found, and what it printed, which is shown only when something failed. */
export type Outcome = { counts: Counts; output: string }

const inModules = (root: string, path: string) => join(root, 'node_modules', path)

export async function lint(root: string): Promise<Outcome> {
  const biome = inModules(root, '@biomejs/biome/bin/biome')
  const { code, output } = await run(
    process.execPath,
    [biome, 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=200'],
    {
      cwd: root,
    },
  )
  return { counts: one(code === 0), output }
}

/** The routes' types are written first: without a build nothing knows them. */
export async function types(root: string): Promise<Outcome> {
  const routes = await run(process.execPath, [inModules(root, 'next/dist/bin/next'), 'typegen'], { cwd: root })
  const check = await run(process.execPath, [inModules(root, 'typescript/bin/tsc'), '--noEmit', '--project', root], {
    cwd: root,
  })
  return { counts: one(routes.code === 0 && check.code === 0), output: routes.output + check.output }
}

export async function production(root: string): Promise<Outcome> {
  const hash = sourceHash(root)
  try {
    if (!isBuilt(root, hash)) await build(root, hash)
    return { counts: one(true), output: '' }
  } catch (error) {
    return { counts: one(false), output: error instanceof Error ? error.message : String(error) }
  }
}

/** @param args file names, or `-t` and a pattern */
export function vitest(root: string, args: string[]): Promise<Outcome> {
  return withReport(async (report) => {
    const cli = inModules(root, 'vitest/vitest.mjs')
    const options = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code, output } = await run(process.execPath, [cli, ...options, ...args], { cwd: root })
    return { counts: judged(vitestCounts(report), code, args), output }
  })
}

/** @param args file names, or `-g` and a pattern */
export function playwright(root: string, args: string[]): Promise<Outcome> {
  return withReport(async (report) => {
    const cli = inModules(root, '@playwright/test/cli.js')
    const options = ['test', '--pass-with-no-tests', '--reporter=list,json']
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const { code, output } = await run(process.execPath, ['--conditions=react-server', cli, ...options, ...args], {
      cwd: root,
      env,
    })
    return { counts: judged(playwrightCounts(report), code, args), output }
  })
}

/** A whole suite has to run something; a selection may pass it by. */
const judged = (counts: Counts, code: number, args: string[]) =>
  args.length && code === 0 ? counts : honest(counts, code)

async function withReport(suite: (report: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-report-'))
  try {
    return await suite(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
