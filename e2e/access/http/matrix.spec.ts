import { expect } from '@playwright/test'
import { z } from 'zod'
import { visibleTickets } from '../oracle/visibility.ts'
import { buildOf, methodsOf } from './build.ts'
import { test } from './fixture.ts'
import { settle } from './ink.ts'
import { complaints } from './inspect.ts'
import type { Case } from './row.ts'
import { readingRows, writingRows } from './rows.ts'
import { difference, snapshot } from './snapshot.ts'
import { town } from './town.ts'
import { townspeople, type Visitor } from './visitors.ts'
import { each } from './wire.ts'

const build = buildOf()
const rows = [...readingRows, ...writingRows(() => '')]

test.describe.configure({ mode: 'default', timeout: 120_000 })

test('every way in that the build has stands in the matrix, and none other', async ({ gate }) => {
  const handled = await each(build.handlers, async (route) =>
    (await methodsOf(gate.wire, route)).map((method) => `${method} ${route}`),
  )
  const ways = [
    ...build.pages.map((page) => `GET ${page}`),
    ...handled.flat(),
    ...[...build.actions.keys()].map((name) => `action ${name}`),
  ]
  expect(rows.map(({ target }) => target).toSorted()).toEqual(ways.toSorted())
  expect(build.unlisted).toEqual([])
})

test.describe('reads what the oracle lets it read', () => {
  test.beforeAll(({ gate }) => settle(gate, town))
  for (const { target, cases } of readingRows) {
    test(target, async ({ gate }) => {
      const asked = townspeople.flatMap((visitor) =>
        cases({ world: town, viewer: visitor.viewer }).map((one) => ({ visitor, one })),
      )
      const wrong = await each(asked, async ({ visitor, one }) =>
        judged(visitor, one, await gate.ask(visitor, one.message), gate),
      )
      expect(some(wrong)).toEqual([])
    })
  }
})

function judged(
  visitor: Visitor,
  one: Case,
  ...[answer, gate]: [Parameters<typeof complaints>[2], Parameters<typeof complaints>[3]]
) {
  const place = { world: town, viewer: visitor.viewer }
  return complaints(place, one, answer, gate).map((complaint) => `${visitor.name}: ${complaint}`)
}

test.describe('changes what the oracle lets it change', () => {
  for (const { target, counts } of writingRows(() => '')) {
    test(target, async ({ gate }) => {
      const row = writingRows(build.idOf).find((one) => one.target === target)
      await settle(gate, town)
      const asked = townspeople.flatMap((visitor) =>
        (row?.cases({ world: town, viewer: visitor.viewer }) ?? []).map((one) => ({ visitor, one })),
      )
      const denied = asked.filter(({ one }) => one.expected.kind !== 'done')
      const before = await snapshot(gate.owner)
      const wrong = await each(denied, async ({ visitor, one }) =>
        judged(visitor, one, await gate.ask(visitor, one.message), gate),
      )
      expect.soft(some(wrong)).toEqual([])
      const kept = new Set(denied.flatMap(({ visitor, one }) => leaves(visitor, one)))
      const changed = difference(before, await snapshot(gate.owner)).filter((line) => !kept.has(meaning(line)))
      expect.soft(some(changed), 'a denied write changes nothing').toEqual([])
      for (const { visitor, one } of asked.filter(({ one }) => one.expected.kind === 'done')) {
        const [was] = counts ? await gate.owner.unsafe(counts) : []
        expect.soft(judged(visitor, one, await gate.ask(visitor, one.message), gate)).toEqual([])
        const [is] = counts ? await gate.owner.unsafe(counts) : []
        expect.soft(Number(is?.count), one.message.path).toBe(Number(was?.count) + (counts ? 1 : 0) || Number.NaN)
      }
    })
  }
})

/** As many as one reads. */
function some(list: readonly (string | readonly string[])[]): string[] {
  const all = list.flat()
  return all.length > 12 ? [...all.slice(0, 12), `and ${all.length - 12} more`] : all
}

/** What a refusal may leave: the viewer's own text waiting as a draft, and that it has seen what it sees. */
function leaves({ viewer }: Visitor, { mayKeep }: Case): string[] {
  if (viewer.kind !== 'contact' && viewer.kind !== 'engineer') return []
  const who = viewer.kind === 'contact' ? `contact ${viewer.contact}` : `engineer ${viewer.engineer}`
  const seen = visibleTickets(town, viewer).map(({ id }) => `${who} has seen ${id}`)
  return mayKeep ? [`${who} drafts ${mayKeep}`, ...seen] : seen
}

function meaning(line: string): string {
  const [table] = line.split(' ')
  if (table !== 'drafts' && table !== 'read_marks') return line
  const row = rowShape.parse(JSON.parse(line.slice(`${table} + `.length)))
  const who = row.contact_id === null ? `engineer ${row.engineer_id}` : `contact ${row.contact_id}`
  return table === 'drafts' ? `${who} drafts ${row.purpose}` : `${who} has seen ${row.ticket_id}`
}

const rowShape = z.object({
  contact_id: z.number().nullable(),
  engineer_id: z.number().nullish(),
  purpose: z.string().optional(),
  ticket_id: z.number().optional(),
})
