import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSecrets } from './secrets.ts'

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('secrets are made once, each its own, of 32 bytes', () => {
  const folder = dataFolder()
  const first = readSecrets(folder, {})
  expect(readSecrets(folder, {})).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(3)
  for (const secret of Object.values(first)) expect(Buffer.from(secret, 'base64')).toHaveLength(32)
})

test('two installations share no secret', () => {
  expect(readSecrets(dataFolder(), {})).not.toEqual(readSecrets(dataFolder(), {}))
})

test('the environment wins and is not written down', () => {
  const folder = dataFolder()
  expect(readSecrets(folder, { AUTH_SECRET: 'from-outside' }).AUTH_SECRET).toBe('from-outside')
  expect(readSecrets(folder, {}).AUTH_SECRET).not.toBe('from-outside')
})

test('only the owner reads the file, also after somebody opened it', () => {
  const folder = dataFolder()
  const path = join(folder, 'secrets.json')
  readSecrets(folder, {})
  expect(statSync(path).mode & 0o777).toBe(0o600)
  chmodSync(path, 0o644)
  readSecrets(folder, {})
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
