import { describe, expect, test } from 'vitest'
import { formatsFor } from '#lib/i18n/formats.ts'

const en = formatsFor('en', 'Europe/Berlin')
const de = formatsFor('de', 'Europe/Berlin')
const now = new Date('2026-11-21T12:00:00Z')

describe('relative', () => {
  test.each([
    ['2026-11-21T11:59:30Z', 'now', 'jetzt'],
    ['2026-11-21T11:43:00Z', '17 min ago', 'vor 17 Min.'],
    ['2026-11-21T09:30:00Z', '2 hr ago', 'vor 2 Std.'],
    ['2026-11-20T11:00:00Z', 'yesterday', 'gestern'],
    ['2026-11-17T11:00:00Z', '4 days ago', 'vor 4 Tagen'],
    ['2026-11-01T11:00:00Z', '1 Nov 2026', '01.11.2026'],
  ])('%s reads %s and %s', (at, english, german) => {
    expect([en.relative(new Date(at), now), de.relative(new Date(at), now)]).toEqual([english, german])
  })

  test('a clock that runs ahead does not tell the future', () => {
    expect(en.relative(new Date('2026-11-21T12:00:05Z'), now)).toBe('now')
  })
})

test('days are those of the time zone, not of UTC', () => {
  expect(en.dayKey(new Date('2026-11-20T23:30:00Z'))).toBe('2026-11-21')
  expect(en.dayHeading(new Date('2026-11-20T23:30:00Z'), now)).toBe('Today')
  expect(de.dayHeading(new Date('2026-11-20T12:00:00Z'), now)).toBe('Gestern')
  expect(de.dayHeading(new Date('2026-11-16T12:00:00Z'), now)).toBe('Montag, 16. November 2026')
})

test('a full date has the time in 24 hours', () => {
  expect(en.full(new Date('2026-03-12T13:05:00Z'))).toBe('12 March 2026 at 14:05')
  expect(de.full(new Date('2026-03-12T13:05:00Z'))).toBe('12. März 2026 um 14:05')
})

test.each([
  [0, '0 bytes', '0 Byte'],
  [812, '812 bytes', '812 Byte'],
  [1024, '1 kB', '1 kB'],
  [25 * 1024 * 1024, '25 MB', '25 MB'],
  [2_516_582, '2.4 MB', '2,4 MB'],
  [3 * 1024 ** 3, '3 GB', '3 GB'],
])('%i bytes read %s and %s', (size, english, german) => {
  expect([en.bytes(size), de.bytes(size)].map((text) => text.replace('\u00a0', ' '))).toEqual([english, german])
})
