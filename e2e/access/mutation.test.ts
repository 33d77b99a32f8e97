import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { readableTables, tablesWithRows } from './database/catalogue.ts'
import { compare } from './database/compare.ts'
import { load } from './database/load.ts'
import { mutantOfClause, mutantOfTrigger, mutantsOfPolicies, mutantsOfRules } from './database/mutants.ts'
import { everyTable } from './database/padding.ts'
import { prepare } from './database/probe.ts'
import { broken, survivesChange, survivors } from './database/survivors.ts'
import { wrongWrites } from './database/wrong-writes.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'
import type { OperationName } from './worlds/operations.ts'

const { seed, worlds: numRuns } = seeds.database
const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })
const sample = fc.sample(worlds, { seed, numRuns })

afterAll(async () => {
  await Promise.all([owner.end(), superuser.end()])
  await db.$client.end()
  await database.drop()
})

const faults = async (world: World) => (await compare(db, world)).disagreements
const faultsOfWrites = (world: World) => wrongWrites(superuser, world)

/** Those that no policy on reading calls. */
const forWriting = /^(v6_may_|v7_may_|v7_read_only|may_)/

describe('a wrong database is found out', { timeout: 120_000 }, () => {
  it('with any rule function always saying yes or no', async () => {
    const mutants = await mutantsOfRules(owner)
    for (const rule of ['v1_', 'v2_', 'v3_', 'v5_', 'v6_', 'v7_']) {
      expect(mutants.filter(({ name }) => name.startsWith(rule)).length, rule).toBeGreaterThan(1)
    }
    const reading = mutants.filter(({ name }) => !forWriting.test(name))
    expect(await survivors(owner, reading, sample, faults)).toEqual([])
  })

  it('with any rule function for writing always saying yes or no', async () => {
    const mutants = (await mutantsOfRules(owner)).filter(({ name }) => forWriting.test(name))
    await prepare(superuser)
    expect(await survivors(owner, mutants, sample.slice(0, 2), faultsOfWrites)).toEqual([])
  })

  it('with one who views as a customer free to write', async () => {
    const clause = `perform set_config('transaction_read_only', 'on', true);`
    const mutant = await mutantOfClause(owner, 'act_as_viewing', clause, '')
    expect(await survivors(owner, [mutant], sample.slice(0, 2), faultsOfWrites)).toEqual([])
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
    expect(await survivors(owner, mutants, sample, faults)).toEqual([])
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
    mutants.push(
      await mutantOfClause(owner, 'viewing_rights', "rights -> 'read_groups' @> to_jsonb(c.customer_group_id)", 'true'),
      await mutantOfClause(
        owner,
        'viewing_rights',
        "rights -> 'account_groups' @> to_jsonb(c.customer_group_id)",
        'true',
      ),
      await mutantOfClause(owner, 'act_as_viewing', 'v.until > now()', 'true'),
      await mutantOfClause(owner, 'act_as_viewing', 'v.contact_id = contact', 'true'),
    )
    mutants.push(await mutantOfClause(owner, 'session_alive', '((s).ended_at IS NULL)', 'true'))
    mutants.push(await mutantOfClause(owner, 'session_alive', '((s).expires_at > now())', 'true'))
    expect(await survivors(owner, mutants, sample, faults)).toEqual([])
  })

  it('with any half of a share rule left out', async () => {
    const mutants = await Promise.all([
      mutantOfClause(owner, 'v7_share_holds', 'ended_at is null', 'true'),
      mutantOfClause(owner, 'v7_share_holds', 'until > now()', 'true'),
      mutantOfClause(owner, 'v7_share_holds', 'v7_sharer_sees(sharer, ticket, trail)', 'true'),
      mutantOfClause(owner, 'v7_sharer_sees', 'return coalesce(t.main_contact_id = sharer, false)', 'return false'),
    ])
    expect(await survivors(owner, mutants, sample, faults)).toEqual([])
  })

  it.each<[string, string, OperationName]>([
    ['contacts', 'refresh_copies', 'contact moves to another company'],
    ['queues', 'refresh_copies', 'queue turns into an FAQ or back'],
    ['tickets', 'keep_copies', 'main customer changes'],
  ])('with %s no longer kept up to date by %s', async (table, trigger, operation) => {
    expect(await survivesChange(owner, mutantOfTrigger(table, trigger), sample, faults, operation)).toBe(false)
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
      expect(await broken(owner, mutant, () => tablesWithRows(app, names)), mutant.name).toContain(mutant.table)
    }
  })
})
