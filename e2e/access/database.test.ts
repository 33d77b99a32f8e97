import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { compare } from './database/compare.ts'
import { change, load } from './database/load.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { sequences, worlds } from './world-arbitrary.ts'
import { keptWorlds } from './worlds/kept.ts'
import { apply, type Operation } from './worlds/operations.ts'

const { seed, worlds: numRuns, operations } = seeds.database
const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })
/** Decisions that could have gone wrong, over the whole file. */
let compared = 0

beforeAll(() => owner`select 1`)
afterAll(async () => {
  await owner.end()
  await db.$client.end()
  await database.drop()
})

async function expectAgreement(world: World, after: string): Promise<void> {
  const { disagreements, compared: more } = await compare(db, world)
  compared += more
  expect(disagreements, after).toEqual([])
}

/** Where to find the world again, without printing it whole. */
async function reporter({
  failed,
  seed,
  counterexamplePath,
  errorInstance,
}: fc.RunDetails<[World, Operation[]]>): Promise<void> {
  if (failed) throw new Error(`seed ${seed}, path ${counterexamplePath}`, { cause: errorInstance })
}

async function live(world: World, sequence: Operation[]): Promise<void> {
  await load(owner, world)
  await expectAgreement(world, 'as loaded')
  let now = world
  for (const [at, operation] of sequence.entries()) {
    const next = apply(now, operation)
    await change(owner, now, next)
    now = next
    await expectAgreement(now, `after ${at + 1}: ${JSON.stringify(operation)}`)
  }
}

describe('the database decides as the oracle does', () => {
  it.each(Object.keys(keptWorlds))('for %s', async (name) => {
    const world = keptWorlds[name] ?? expect.fail()
    await load(owner, world)
    await expectAgreement(world, name)
  })
  it('in every generated world, and after every operation of a sequence', async () => {
    await fc.assert(fc.asyncProperty(worlds, sequences(operations), live), {
      seed,
      numRuns,
      endOnFailure: true,
      asyncReporter: reporter,
    })
    expect(compared).toBeGreaterThan(300_000)
  }, 120_000)
})
