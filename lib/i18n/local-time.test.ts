import { expect, test } from 'vitest'
import { localMoment, localTime } from './local-time.ts'

test('a moment goes into the control and comes back, to the minute', () => {
  const at = new Date(2026, 2, 9, 7, 5)
  expect(localTime(at)).toBe('2026-03-09T07:05')
  expect(localMoment.parse(localTime(at))).toEqual(at)
})

test.each(['2026-02-30T10:00', 'tomorrow', '2026-03-09'])('"%s" is no moment', (typed) => {
  expect(localMoment.safeParse(typed).success).toBe(false)
})

test('nothing is no moment, and no mistake', () => {
  expect(localMoment.parse('')).toBeNull()
  expect(localMoment.parse(undefined)).toBeNull()
})
