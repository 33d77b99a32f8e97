import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { sourceHash } from './build.ts'

let root = ''
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-sources-'))
  root = folder
  onTestFinished(() => rmSync(folder, { recursive: true }))
  write('app/page.tsx', 'one')
  write('lib/deep/in/file.ts', 'two')
  write('next.config.js', 'three')
})

const changes = (change: () => void) => {
  const before = sourceHash(root)
  change()
  return sourceHash(root) !== before
}

test.each(['app/page.tsx', 'lib/deep/in/file.ts', 'next.config.js'])('a change of %s asks for a build', (path) => {
  expect(changes(() => write(path, 'changed'))).toBe(true)
})

test('a new, a renamed and a removed file ask for a build', () => {
  expect(changes(() => write('app/new.tsx', ''))).toBe(true)
  expect(changes(() => rmSync(join(root, 'app/new.tsx')))).toBe(true)
})

test('themes, tests and times do not', () => {
  expect(changes(() => write('themes/acme/theme.json', '{}'))).toBe(false)
  expect(changes(() => write('lib/deep/in/file.test.ts', ''))).toBe(false)
  expect(changes(() => utimesSync(join(root, 'app/page.tsx'), 0, 0))).toBe(false)
})
