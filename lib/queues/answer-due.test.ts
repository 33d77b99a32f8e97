import { describe, expect, test } from 'vitest'
import { answerDue } from './answer-due.ts'

const weekdays = (from: number, to: number) =>
  Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [from * 60, to * 60] as [number, number]]))
const office = { timeZone: 'Europe/Berlin', days: weekdays(8, 17) }
const due = (since: string, hours: number, service: Parameters<typeof answerDue>[2] = office) =>
  answerDue(new Date(since), hours * 60, service)?.toISOString()

test('without service hours every minute counts', () => {
  expect(due('2026-03-14T22:00:00Z', 4, null)).toBe('2026-03-15T02:00:00.000Z')
})

describe('within service hours', () => {
  // 2026-03-11 is a Wednesday; Berlin is an hour ahead of UTC.
  test('an answer is due the same day where there is time left', () => {
    expect(due('2026-03-11T09:15:00Z', 4)).toBe('2026-03-11T13:15:00.000Z')
  })
  test('exactly at closing time is still the same day', () => {
    expect(due('2026-03-11T12:00:00Z', 4)).toBe('2026-03-11T16:00:00.000Z')
  })
  test('what is left goes on the next morning', () => {
    expect(due('2026-03-11T15:00:00Z', 4)).toBe('2026-03-12T10:00:00.000Z')
  })
  test('before opening, the clock starts at opening', () => {
    expect(due('2026-03-11T03:00:00Z', 1)).toBe('2026-03-11T08:00:00.000Z')
  })
  test('a Friday evening counts from Monday morning', () => {
    expect(due('2026-03-13T20:00:00Z', 2)).toBe('2026-03-16T09:00:00.000Z')
  })
  test('several days are walked', () => {
    expect(due('2026-03-11T07:00:00Z', 27)).toBe('2026-03-13T16:00:00.000Z')
  })
  test('days may differ, and a day may last until midnight', () => {
    const hours = { timeZone: 'UTC', days: { 3: [1200, 1440] as [number, number], 6: [0, 60] as [number, number] } }
    expect(due('2026-03-11T12:00:00Z', 4.5, hours)).toBe('2026-03-14T00:30:00.000Z')
  })
  test('the day is that of the time zone, not of UTC', () => {
    // Thursday 23:30 UTC is Friday 12:30 in Auckland.
    const hours = { timeZone: 'Pacific/Auckland', days: weekdays(8, 17) }
    expect(due('2026-03-12T23:30:00Z', 1, hours)).toBe('2026-03-13T00:30:00.000Z')
  })
})

describe('when the clocks change', () => {
  test('the office opens by the new time', () => {
    // Friday 27 March 2026, 16:00 in Berlin (UTC+1); Monday is UTC+2.
    expect(due('2026-03-27T15:00:00Z', 2)).toBe('2026-03-30T07:00:00.000Z')
    // Friday 23 October 2026, 16:00 in Berlin (UTC+2); Monday is UTC+1.
    expect(due('2026-10-23T14:00:00Z', 2)).toBe('2026-10-26T08:00:00.000Z')
  })
  const sunday = (from: number, to: number) => ({
    timeZone: 'Europe/Berlin',
    days: { 7: [from, to] as [number, number] },
  })
  test('the hour that is left out does not count, the one that comes twice does', () => {
    // 00:00 to 06:00 lasts five hours on 29 March and seven on 25 October.
    expect(due('2026-03-28T22:00:00Z', 5, sunday(0, 360))).toBe('2026-03-29T04:00:00.000Z')
    expect(due('2026-10-24T21:00:00Z', 7, sunday(0, 360))).toBe('2026-10-25T05:00:00.000Z')
  })
  test('an opening time that is left out is an hour later', () => {
    expect(due('2026-03-28T22:00:00Z', 1, sunday(150, 360))).toBe('2026-03-29T02:30:00.000Z')
  })
})

test('where no day is open, nothing is due', () => {
  expect(due('2026-03-11T09:00:00Z', 1, { timeZone: 'UTC', days: {} })).toBeUndefined()
})
