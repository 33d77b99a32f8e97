import { expect, test } from 'vitest'
import { localPath, paths } from './paths.ts'

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/%09/..\\x',
  'javascript:alert(1)',
  '',
  undefined,
  42,
])('after sign-in %j leads to the welcome page', (candidate) => {
  expect(localPath(candidate)).toBe('/')
})

test.each(['/', '/tickets', '/tickets/100001?before=5#entry-3', '/tickets/new/Ber%C3%A4tung'])(
  '%s is a place to go to',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test('an address is escaped and leaves out what is not set', () => {
  expect(paths.tickets({ scope: 'company', q: 'a & b', queue: undefined })).toBe('/tickets?scope=company&q=a+%26+b')
  expect(paths.newTicket('Fragen & Antworten')).toBe('/tickets/new/Fragen%20%26%20Antworten')
  expect(paths.draft('create:a/b')).toBe('/files/drafts/create/a%2Fb')
})
