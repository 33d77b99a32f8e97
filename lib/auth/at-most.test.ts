import { expect, test } from 'vitest'
import { atMost } from './at-most.ts'

test('of a hundred that come at once no more than two are at work, each gets its turn, and a failure holds up nobody', async () => {
  const guarded = atMost(2)
  let working = 0
  let most = 0
  const done = await Promise.allSettled(
    Array.from({ length: 100 }, (_, at) =>
      guarded(async () => {
        working += 1
        most = Math.max(most, working)
        await new Promise(setImmediate)
        working -= 1
        if (at % 10 === 0) throw new Error('failed')
        return at
      }),
    ),
  )
  expect(most).toBe(2)
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(90)
})
