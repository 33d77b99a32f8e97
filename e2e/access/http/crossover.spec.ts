import { expect } from '@playwright/test'
import { attachmentRow } from '../database/rows.ts'
import { test } from './fixture.ts'
import { settle } from './ink.ts'
import { canariesIn, illegible } from './legible.ts'
import { tickets, town } from './town.ts'
import { visitorNamed } from './visitors.ts'
import { each } from './wire.ts'

test.describe.configure({ timeout: 120_000 })

test('two who take turns, fifty at a time on the same addresses, each get their own', async ({ gate }) => {
  await settle(gate, town)
  const paths = [
    '/',
    '/tickets?status=all',
    '/account',
    `/tickets/${1000 + tickets.own}`,
    `/files/${attachmentRow(101)}/x`,
    '/tickets/new/q1',
  ]
  const pair = ['customer', 'stranger'].map(visitorNamed)
  const turns = Array.from({ length: 200 }, (_, at) => ({
    visitor: pair[at % 2],
    path: paths[Math.floor(at / 2) % paths.length],
  }))
  const alone = new Map<string, string>()
  for (const visitor of pair) {
    for (const path of paths) alone.set(`${visitor.name} ${path}`, canariesIn(await gate.ask(visitor, { path })).join())
  }
  const wrong = await each(
    turns,
    async ({ visitor, path }) => {
      if (!visitor || !path) throw new Error('nobody asks')
      const answer = await gate.ask(visitor, { path })
      const held = canariesIn(answer).join()
      return [
        ...illegible(town, visitor.viewer, { path }, answer).map((one) => `${visitor.name} reads ${one} at ${path}`),
        ...(held === alone.get(`${visitor.name} ${path}`) ? [] : [`${visitor.name} at ${path} gets another answer`]),
        ...(/no-store/.test(answer.headers['cache-control'] ?? '') ? [] : [`${path} may be kept in a cache`]),
      ]
    },
    50,
  )
  expect(wrong.flat()).toEqual([])
})

test('what may be kept in a cache is the same for everybody', async ({ gate }) => {
  const [customer, anonymous] = ['customer', 'anonymous'].map(visitorNamed)
  if (!customer || !anonymous) throw new Error('nobody asks')
  const { body } = await gate.ask(customer, { path: '/' })
  const kept = [...body.matchAll(/(?:href|src)="(\/(?:theme|_next\/static)\/[^"]+)"/g)].flatMap(
    ([, path]) => path ?? [],
  )
  expect(kept.length).toBeGreaterThan(2)
  for (const path of new Set(kept)) {
    const [one, other] = [await gate.ask(customer, { path }), await gate.ask(anonymous, { path })]
    expect([one.status, other.status]).toEqual([200, 200])
    expect(one.body === other.body && canariesIn(one).length === 0, path).toBe(true)
  }
})
