import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { readableTables, tablesWithRows } from './database/catalogue.ts'
import { compare } from './database/compare.ts'
import { change, load } from './database/load.ts'
import { type Mutant, mutantOfClause, mutantOfTrigger, mutantsOfPolicies, mutantsOfRules } from './database/mutants.ts'
import { everyTable } from './database/padding.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'
import { apply, type OperationName } from './worlds/operations.ts'

const { seed, worlds: numRuns } = seeds.database
const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })
const sample = fc.sample(worlds, { seed, numRuns })

afterAll(async () => {
  await owner.end()
  await db.$client.end()
  await database.drop()
})

const disagrees = async (world: World) => (await compare(db, world)).disagreements.length > 0

async function broken<T>(mutant: Mutant, look: () => Promise<T>): Promise<T> {
  await owner.unsafe(mutant.break)
  try {
    return await look()
  } finally {
    await owner.unsafe(mutant.mend)
  }
}

/** The mutants that no world tells from the true database. */
async function survivors(mutants: Mutant[]): Promise<string[]> {
  let alive = mutants
  for (const world of sample) {
    if (alive.length === 0) break
    await load(owner, world)
    if (await disagrees(world)) continue
    const unnoticed: Mutant[] = []
    for (const mutant of alive) if (!(await broken(mutant, () => disagrees(world)))) unnoticed.push(mutant)
    alive = unnoticed
  }
  return alive.map(({ name }) => name)
}

/** As survivors, of a mutant that shows only when the world changes by one of these operations. */
async function survivesChange(mutant: Mutant, name: OperationName): Promise<boolean> {
  const noticed = async (world: World, after: World) => {
    await load(owner, world)
    if (await disagrees(world)) return false
    return broken(mutant, async () => {
      await change(owner, world, after)
      return disagrees(after)
    })
  }
  for (const world of sample) {
    for (const first of [0, 1, 2, 3])
      if (await noticed(world, apply(world, { name, dice: [first, first + 2] }))) return false
  }
  return true
}

describe('a wrong database is found out', () => {
  it('with any rule function always saying yes or no', async () => {
    const mutants = await mutantsOfRules(owner)
    for (const rule of ['v1_', 'v2_', 'v3_', 'v5_', 'v6_', 'v7_']) {
      expect(mutants.filter(({ name }) => name.startsWith(rule)).length, rule).toBeGreaterThan(1)
    }
    expect(await survivors(mutants)).toEqual([])
  })

  it('with any read policy of what hangs on a ticket letting everything through', async () => {
    const tables = [
      'tickets',
      'entries',
      'attachments',
      'field_values',
      'participants',
      'shares',
      'contacts',
      'companies',
    ]
    const mutants = await mutantsOfPolicies(owner, tables)
    expect(mutants).toHaveLength(tables.length)
    expect(await survivors(mutants)).toEqual([])
  })

  it('with any reason for refusing a contact altogether left out', async () => {
    const clauses = [
      'and not a.disabled',
      'and (a.locked_until is null or a.locked_until <= now())',
      'and g.portal_enabled',
      ' and c.active',
      ' and e.active',
    ]
    const mutants = await Promise.all(clauses.map((clause) => mutantOfClause(owner, 'viewer_rights', clause, '')))
    mutants.push(await mutantOfClause(owner, 'act_as', 'session_alive(s)', 'true'))
    mutants.push(await mutantOfClause(owner, 'session_alive', '((s).ended_at IS NULL)', 'true'))
    mutants.push(await mutantOfClause(owner, 'session_alive', '((s).expires_at > now())', 'true'))
    expect(await survivors(mutants)).toEqual([])
  })

  it('with any half of a share rule left out', async () => {
    const mutants = await Promise.all([
      mutantOfClause(owner, 'v7_share_holds', 'ended_at is null', 'true'),
      mutantOfClause(owner, 'v7_share_holds', 'until > now()', 'true'),
      mutantOfClause(owner, 'v7_share_holds', 'v7_sharer_sees(sharer, ticket, trail)', 'true'),
      mutantOfClause(owner, 'v7_sharer_sees', 'return coalesce(t.main_contact_id = sharer, false)', 'return false'),
    ])
    expect(await survivors(mutants)).toEqual([])
  })

  it.each<[string, string, OperationName]>([
    ['contacts', 'refresh_copies', 'contact moves to another company'],
    ['queues', 'refresh_copies', 'queue turns into an FAQ or back'],
    ['tickets', 'keep_copies', 'main customer changes'],
  ])('with %s no longer kept up to date by %s', async (table, trigger, operation) => {
    expect(await survivesChange(mutantOfTrigger(table, trigger), operation)).toBe(false)
  })

  it('with any read policy of any table letting everything through without a viewer', async () => {
    const [world] = sample
    if (world) await load(owner, world)
    await everyTable(owner)
    const app = db.$client
    const names = await readableTables(app)
    expect(await tablesWithRows(app, names)).toEqual([])
    const mutants = (await mutantsOfPolicies(owner)).filter(({ table }) => names.includes(table))
    expect(mutants.length).toBeGreaterThanOrEqual(names.length)
    for (const mutant of mutants) {
      expect(await broken(mutant, () => tablesWithRows(app, names)), mutant.name).toContain(mutant.table)
    }
  })
})
