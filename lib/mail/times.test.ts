import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wallClock } from '../i18n/wall-clock.ts'
import { afterQuiet, type MailTimes, toldAt } from './times.ts'

const berlin: MailTimes = { rhythm: 'at-once', hour: 8, quiet: null, timeZone: 'Europe/Berlin' }
const night = { from: 22 * 60, until: 7 * 60 }
const told = (at: string, change: Partial<MailTimes>) => toldAt(new Date(at), { ...berlin, ...change }).toISOString()

it.each([
  ['at once', {}, '2026-03-10T12:34:56.000Z', '2026-03-10T12:34:56.000Z'],
  ['at the next full hour', { rhythm: 'hourly' }, '2026-03-10T12:34:56.000Z', '2026-03-10T13:00:00.000Z'],
  ['an hour later at a full hour', { rhythm: 'hourly' }, '2026-03-10T13:00:00.000Z', '2026-03-10T14:00:00.000Z'],
  [
    'at full hours of the own clock',
    { rhythm: 'hourly', timeZone: 'Asia/Kolkata' },
    '2026-03-10T12:34:56.000Z',
    '2026-03-10T13:30:00.000Z',
  ],
  ['today, before the hour', { rhythm: 'daily' }, '2026-03-10T06:59:59.000Z', '2026-03-10T07:00:00.000Z'],
  ['tomorrow, from the hour on', { rhythm: 'daily' }, '2026-03-10T07:00:00.000Z', '2026-03-11T07:00:00.000Z'],
  ['before midnight', { quiet: night }, '2026-03-10T21:30:00.000Z', '2026-03-11T06:00:00.000Z'],
  ['after midnight', { quiet: night }, '2026-03-11T02:30:00.000Z', '2026-03-11T06:00:00.000Z'],
  ['at their end', { quiet: night }, '2026-03-11T06:00:00.000Z', '2026-03-11T06:00:00.000Z'],
  [
    'a daily mail that falls into them',
    { quiet: night, rhythm: 'daily', hour: 5 },
    '2026-03-10T12:00:00.000Z',
    '2026-03-11T06:00:00.000Z',
  ],
  ['in the night of the lost hour', { quiet: night }, '2026-03-28T22:00:00.000Z', '2026-03-29T05:00:00.000Z'],
  [
    'until a time that the night leaves out',
    { quiet: { from: 60, until: 150 } },
    '2026-03-29T00:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
  ],
  [
    'in the first of two hours alike',
    { quiet: { from: 60, until: 150 } },
    '2026-10-25T00:10:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ],
  [
    'in the second of them',
    { quiet: { from: 60, until: 150 } },
    '2026-10-25T01:10:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ],
  ['daily over the change of clocks', { rhythm: 'daily' }, '2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z'],
  [
    'never quiet, where both ends are alike',
    { quiet: { from: 60, until: 60 } },
    '2026-03-10T00:30:00.000Z',
    '2026-03-10T00:30:00.000Z',
  ],
] as const)('%s', (_, change, at, expected) => {
  expect(told(at, change)).toBe(expected)
})

const minute = fc.integer({ min: 0, max: 1439 })
const wishes = fc.record({
  rhythm: fc.constantFrom('at-once', 'hourly', 'daily') as fc.Arbitrary<MailTimes['rhythm']>,
  hour: fc.integer({ min: 0, max: 23 }),
  quiet: fc.option(fc.record({ from: minute, until: minute })),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
})
const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })

it('whatever is wished, news come within two days and a little, never before they happen and never in quiet hours', () => {
  fc.assert(
    fc.property(moments, wishes, (at, times) => {
      const when = toldAt(at, times)
      expect(when.getTime()).toBeGreaterThanOrEqual(at.getTime())
      expect(when.getTime() - at.getTime()).toBeLessThan(50 * 60 * 60_000)
      expect(afterQuiet(when, times)).toEqual(when)
      const shown = wallClock(when.getTime(), times.timeZone)
      if (times.rhythm === 'hourly' && !times.quiet) expect(shown.getUTCMinutes()).toBe(0)
      if (times.rhythm === 'daily' && !times.quiet) expect([times.hour, times.hour + 1]).toContain(shown.getUTCHours())
    }),
    { numRuns: 2_000 },
  )
})
