import { expect } from '@playwright/test'
import { canary } from '../database/rows.ts'
import { refusedAltogether } from '../oracle/standing.ts'
import { seesAttachment, seesEntry, seesField, seesTicket } from '../oracle/visibility.ts'
import { byId, type Id, type Viewer } from '../oracle/world.ts'
import { plain } from './alike.ts'
import { test } from './fixture.ts'
import { settle } from './ink.ts'
import { canariesIn, illegible } from './legible.ts'
import { town } from './town.ts'
import { townspeople } from './visitors.ts'
import { each } from './wire.ts'

test.describe.configure({ timeout: 120_000 })
test.beforeAll(({ gate }) => settle(gate, town))

/** Every word that stands on a ticket, the ticket, and whether the viewer may read it there. */
const words: { word: string; ticket: Id; legible: (viewer: Viewer) => boolean }[] = [
  ...town.tickets.map((one) => ({
    word: canary('subject', one.id),
    ticket: one.id,
    legible: (viewer: Viewer) => seesTicket(town, viewer, one),
  })),
  ...town.entries
    .filter(({ kind }) => kind !== 'change')
    .map((one) => ({
      word: canary('entry', one.id),
      ticket: one.ticket,
      legible: (viewer: Viewer) => seesEntry(town, viewer, one),
    })),
  ...town.attachments
    .filter(({ entry }) => entry < 20)
    .map((one) => ({
      word: canary('file', one.id),
      ticket: byId(town.entries, one.entry)?.ticket ?? 0,
      legible: (viewer: Viewer) => seesAttachment(town, viewer, one),
    })),
  ...town.fieldValues
    .filter(({ ticket }) => ticket === 1)
    .map(({ ticket, field }) => ({
      word: canary(`value${ticket}f`, field),
      ticket,
      legible: (viewer: Viewer) => {
        const [one, of] = [byId(town.tickets, ticket), byId(town.fields, field)]
        return one !== undefined && of !== undefined && seesField(town, viewer, one, of)
      },
    })),
]

for (const name of [
  'customer',
  'lead',
  'stranger',
  'onlyReader',
  'formerSharee',
  'engineer, desk',
  'engineer, blindToGroup',
]) {
  test(`${name} finds what it may read, and a foreign word as if nobody had written it`, async ({ gate }) => {
    const visitor = townspeople.find((one) => one.name === name)
    if (!visitor || refusedAltogether(town, visitor.viewer)) throw new Error(`${name} may not search`)
    const find = (word: string) => {
      const path =
        visitor.viewer.kind === 'engineer' ? `/desk?q=${word}` : `/tickets?scope=company&status=all&q=${word}`
      return gate.ask(visitor, { path })
    }
    const lengths = [...new Set(words.map(({ word }) => word.length))].map((length) => 'q'.repeat(length))
    const unfound = new Map(await each(lengths, async (word) => [word.length, plain(await find(word), word)] as const))
    const wrong = await each(words, async ({ word, ticket, legible }) => {
      const answer = await find(word)
      const subject = canary('subject', ticket)
      const found = canariesIn(answer, ['subject']).filter((one) => one !== word)
      const others = found.filter((one) => one !== subject).map((one) => `${word} finds ${one}`)
      const leaks = illegible(town, visitor.viewer, { path: word }, answer).map((one) => `${word} leaks ${one}`)
      if (legible(visitor.viewer)) return [...others, ...leaks]
      const same = plain(answer, word) === unfound.get(word.length)
      return [...others, ...leaks, ...(same ? [] : [`${word} is told from a word of nobody's`])]
    })
    expect(wrong.flat()).toEqual([])
  })
}

test('a word of the own ticket is found', async ({ gate }) => {
  const visitor = townspeople.find((one) => one.name === 'customer')
  for (const word of [canary('entry', 10), canary('file', 101), canary('value1f', 2)]) {
    const answer = visitor && (await gate.ask(visitor, { path: `/tickets?status=all&q=${word}` }))
    expect(answer && canariesIn(answer, ['subject'])).toContain(canary('subject', 1))
  }
})
