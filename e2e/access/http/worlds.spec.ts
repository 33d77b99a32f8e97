import { expect } from '@playwright/test'
import fc from 'fast-check'
import seeds from '../seeds.json' with { type: 'json' }
import { worlds } from '../world-arbitrary.ts'
import { test } from './fixture.ts'
import { settle } from './ink.ts'
import { complaints } from './inspect.ts'
import { readingRows } from './rows.ts'
import { crowd } from './visitors.ts'
import { each } from './wire.ts'

test.describe.configure({ timeout: 120_000 })

const targets = [
  'GET /',
  'GET /tickets',
  'GET /tickets/[number]',
  'GET /desk',
  'GET /desk/tickets/[number]',
  'GET /files/[id]/[name]',
]
const rows = readingRows.filter(({ target }) => targets.includes(target))

for (const [at, generated] of fc.sample(worlds, seeds.application).entries()) {
  test(`everybody of generated world ${at + 1} reads what the oracle lets it read`, async ({ gate }) => {
    const { world, visitors } = crowd(generated)
    await settle(gate, world)
    const asked = visitors.flatMap((visitor) => {
      const place = { world, viewer: visitor.viewer }
      return rows.flatMap(({ cases }) => cases(place)).map((one) => ({ visitor, place, one }))
    })
    const wrong = await each(asked, async ({ visitor, place, one }) =>
      complaints(place, one, await gate.ask(visitor, one.message), gate).map(
        (complaint) => `${visitor.name}: ${complaint}`,
      ),
    )
    expect(wrong.flat().slice(0, 20)).toEqual([])
  })
}
