import { beforeAll, expect, test } from 'vitest'
import { openPreview, PREVIEW_SECONDS, sealPreview } from './preview.ts'

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://nobody@localhost/nothing',
    AUTH_SECRET: 'a-secret-for-tests-a-secret-for-tests',
    PASSWORD_PEPPER: 'a-pepper-for-tests-a-pepper-for-tests',
  })
})

test('a preview that this server signed chooses its theme until its time is over', () => {
  const now = Date.now()
  const cookie = sealPreview('hartmann', now)
  expect(openPreview(cookie, now)).toBe('hartmann')
  expect(openPreview(cookie, now + PREVIEW_SECONDS * 1000 - 1)).toBe('hartmann')
  expect(openPreview(cookie, now + PREVIEW_SECONDS * 1000)).toBeUndefined()
})

test.each([
  ['another theme', (cookie: string) => cookie.replace('hartmann', 'havelia')],
  ['a later end', (cookie: string) => cookie.replace(/\.(\d)/, (_, digit) => `.${Number(digit) + 1}`)],
  ['a cut signature', (cookie: string) => cookie.slice(0, -1)],
  ['no signature', (cookie: string) => cookie.split('.').slice(0, 2).join('.')],
  ['nothing', () => ''],
])('one with %s chooses none', (_what, forge) => {
  expect(openPreview(forge(sealPreview('hartmann')))).toBeUndefined()
})

test('no cookie chooses none', () => {
  expect(openPreview(undefined)).toBeUndefined()
})
