import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { forgeries } from './database/attempts.ts'
import { load } from './database/load.ts'
import type { Observer } from './database/observe.ts'
import { changedBlindly, prepare, succeeding } from './database/probe.ts'
import { attachmentId } from './database/rows.ts'
import { belongsToAForm, peopleIn, wrongWrites } from './database/wrong-writes.ts'
import { decisions } from './oracle/decisions.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
const sample = fc.sample(worlds, seeds.writes)

beforeAll(() => prepare(superuser))
afterAll(async () => {
  await Promise.all([owner.end(), superuser.end()])
  await database.drop()
})

/** Everybody who is let in, in each world in turn. */
async function everybody(look: (world: World, viewer: Observer) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const world of sample) {
    await load(owner, world)
    for (const viewer of peopleIn(world)) {
      found.push(...(await look(world, viewer)).map((what) => `${JSON.stringify(viewer)} ${what}`))
    }
  }
  return found
}

describe('the database itself refuses, whatever a command forgot to check', { timeout: 120_000 }, () => {
  it('exactly what the specification refuses: to comment, create, edit fields, share, add a participant', async () => {
    const wrong: string[] = []
    for (const world of sample) {
      await load(owner, world)
      wrong.push(...(await wrongWrites(superuser, world)))
    }
    expect(wrong).toEqual([])
  })

  it('to act in the name of another', async () => {
    const forged = await everybody(async (world, viewer) =>
      viewer.kind === 'contact' ? [...(await succeeding(superuser, viewer, forgeries(world, viewer.contact)))] : [],
    )
    expect(forged).toEqual([])
  })

  it.each([
    ['tickets', `subject = 'x'`, 'id', (key: string) => `sees ticket ${key}`],
    ['attachments', `name = 'x'`, 'id', (key: string) => `sees attachment ${attachmentId(key)}`],
    ['field_values', `value = '1'`, `field_id || ' of ticket ' || ticket_id`, (key: string) => `edits field ${key}`],
    ['companies', `name = 'x'`, 'id', (key: string) => `sees company ${key}`],
    ['contacts', `name = 'x'`, 'id', (key: string) => `sees contact ${key}`],
    ['accounts', 'disabled = true', 'contact_id', (key: string) => `modifies the account of contact ${key}`],
  ])('to change rows of %s that the viewer does not see', async (table, set, key, decision) => {
    const blind = await everybody(async (world, viewer) => {
      const may = [...decisions(world, viewer)]
      const allowed = (one: string) =>
        belongsToAForm(world, viewer, one) || may.some((held) => held === one || held.startsWith(`${one} of ticket `))
      const touched = await changedBlindly(superuser, viewer, table, set, key)
      return touched
        .map(decision)
        .filter((one) => !allowed(one))
        .map((one) => `changes without: ${one}`)
    })
    expect(blind).toEqual([])
  })
})
