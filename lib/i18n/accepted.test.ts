import { expect, test } from 'vitest'
import { acceptedLocale } from '#lib/i18n/accepted.ts'

test.each([
  ['de', 'de'],
  ['de-AT,en;q=0.8', 'de'],
  ['fr-FR, de;q=0.7, en;q=0.3', 'de'],
  ['en;q=0.2, de;q=0.9', 'de'],
  ['de;q=0, en', 'en'],
  ['fr, es', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  ['constructor,__proto__;q=0.9', 'en'],
  ['de;q=nonsense', 'en'],
])('%s gives %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale)
})
