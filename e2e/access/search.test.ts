import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { change, load } from './database/load.ts'
import { mutantOfClause, mutantOfTrigger } from './database/mutants.ts'
import type { Observer } from './database/observe.ts'
import { findings, wordsOf } from './database/search.ts'
import { survivesChange, survivors } from './database/survivors.ts'
import { refusedAltogether } from './oracle/standing.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { sequences, worlds } from './world-arbitrary.ts'
import { apply, type OperationName } from './worlds/operations.ts'
import { viewersOf } from './worlds/viewers.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })

afterAll(async () => {
  await owner.end()
  await db.$client.end()
  await database.drop()
})

/** What is written stays in its text class: the application may not change entries and files that are sent. */
const impossible = new Set(['entry changes text class', 'attachment changes text class'])

/** What the search finds against the specification, at once, and what it misses when the jobs have been done. */
async function disagreements(world: World): Promise<string[]> {
  const atOnce = await compared(world)
  await workRebuilds()
  const later = await compared(world)
  return [...atOnce.wrong, ...later.wrong, ...later.missed]
}

/** As the job does it. */
async function workRebuilds(): Promise<void> {
  await owner.begin(async (sql) => {
    const rebuilds = await sql<{ id: number }[]>`select id::int from search_rebuilds order by id`
    await sql`select act_as_system()`
    for (const { id } of rebuilds) {
      for (let told = ''; told !== 'done'; ) {
        const [row] = await sql<{ next: string }[]>`select rebuild_search_on(${id}, 3) as next`
        told = row?.next ?? 'done'
      }
    }
  })
}

async function compared(world: World): Promise<{ wrong: string[]; missed: string[] }> {
  const words = wordsOf(world)
  const known = viewersOf(world).filter(
    (one): one is Observer =>
      (one.kind === 'contact' || one.kind === 'engineer') && one.session === null && !refusedAltogether(world, one),
  )
  const all = await Promise.all(
    known.map(async (viewer) => {
      const found = await findings(db, viewer, words)
      const expected = new Set(
        words.filter((one) => one.found(viewer)).map(({ word, ticket }) => `${word} in ${ticket}`),
      )
      const wrong = [...found]
        .filter((one) => !expected.has(one))
        .map((one) => `finds ${one} against the specification`)
      const missed = [...expected].filter((one) => !found.has(one)).map((one) => `does not find ${one}`)
      const told = (list: string[]) => list.map((what) => `${JSON.stringify(viewer)} ${what}`)
      return { wrong: told(wrong), missed: told(missed) }
    }),
  )
  return { wrong: all.flatMap(({ wrong }) => wrong), missed: all.flatMap(({ missed }) => missed) }
}

const lives = fc.sample(fc.tuple(worlds, sequences(6)), seeds.search)

describe('V8: a search finds every word that the viewer may read, and no other', { timeout: 120_000 }, () => {
  it.each(lives.map((_, at) => at))('in world %i, and after every operation', async (at) => {
    let [world, operations] = lives[at] ?? expect.fail()
    await load(owner, world)
    expect(await disagreements(world)).toEqual([])
    for (const operation of operations.filter(({ name }) => !impossible.has(name))) {
      const next = apply(world, operation)
      await change(owner, world, next)
      world = next
      expect(await disagreements(world), operation.name).toEqual([])
    }
  })
})

describe('what is hidden from customers is found by none of them from that moment on', { timeout: 120_000 }, () => {
  it.each([
    ['a text class', 'text class is switched'],
    ['a field', 'field changes exposure'],
  ] as const)('where %s no longer asks what its texts say now', async (_, operation) => {
    const clause = await mutantOfClause(owner, 'search_tickets', 'not late or', 'true or')
    const unasked = { ...clause, reload: true as const }
    expect(
      await survivesChange(
        owner,
        unasked,
        lives.map(([world]) => world),
        disagreements,
        operation,
      ),
    ).toBe(false)
  })
})

describe('a wrong search is found out', { timeout: 120_000 }, () => {
  const sample = lives.map(([world]) => world)
  it('with any condition left out', async () => {
    const written = [
      await mutantOfClause(owner, 'add_search_words', 'case when visible then', 'case when true then'),
      await mutantOfClause(owner, 'searched_texts', `f.exposure <> 'none'`, 'true'),
    ]
    const mutants = [
      await mutantOfClause(owner, 'search_tickets', 'ticket_visible(t.id)', 'true'),
      await mutantOfClause(owner, 'search_tickets', 'd.customer_words @@', 'd.all_words @@'),
      ...written.map((one) => ({ ...one, reload: true as const })),
    ]
    expect(await survivors(owner, mutants, sample, disagreements)).toEqual([])
  })
  it.each<[string, OperationName]>([
    ['tickets', 'main customer changes'],
    ['participants', 'participant joins'],
    ['text_classes', 'text class is switched'],
    ['ticket_fields', 'field changes exposure'],
  ])('with the words of %s no longer kept up to date', async (table, operation) => {
    expect(await survivesChange(owner, mutantOfTrigger(table, 'keep_search'), sample, disagreements, operation)).toBe(
      false,
    )
  })
})
