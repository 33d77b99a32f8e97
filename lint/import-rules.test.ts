import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { conforming, type Fixture, violating } from './fixtures.ts'

const reportShape = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), message: z.string(), location: z.object({ path: z.string() }) }),
  ),
})

const folder = mkdtempSync(join(tmpdir(), 'portico-lint-'))
let found: z.infer<typeof reportShape>['diagnostics'] = []

/** The fixtures become files at the paths they speak of, in a project with this project's settings. */
beforeAll(() => {
  for (const path of ['biome.json', 'package.json', 'tsconfig.json', '.gitignore', 'lint']) {
    cpSync(path, join(folder, path), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const { path, source } of [...violating, ...conforming]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${source}\n`)
  }
  execFileSync('git', ['init', '-q'], { cwd: folder })
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const args = [
    biome,
    'lint',
    '--reporter=json',
    '--max-diagnostics=none',
    '--skip=correctness/noUndeclaredDependencies',
  ]
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  found = reportShape.parse(JSON.parse(stdout)).diagnostics
})

afterAll(() => rmSync(folder, { recursive: true }))

const about = ({ path }: Fixture) => found.filter((diagnostic) => diagnostic.location.path === path)

test.each(violating)('$rule: refused in $path', (fixture) => {
  const told = about(fixture).map(({ category, message }) => `${category}: ${message}`)
  expect(told.join('\n')).toContain(fixture.rule)
})

test.each(conforming)('allowed: $path', (fixture) => {
  expect(about(fixture)).toEqual([])
})
