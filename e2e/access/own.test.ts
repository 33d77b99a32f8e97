import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { load } from './database/load.ts'
import { type Observer, signedIn } from './database/observe.ts'
import { refusedAltogether } from './oracle/standing.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'
import { viewersOf } from './worlds/viewers.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })
const [world] = fc.sample(worlds, { seed: seeds.database.seed, numRuns: 1 })
if (!world) throw new Error('no world')
const people = viewersOf({ ...world, sessions: [], tokens: [] }).filter(
  (one): one is Observer => (one.kind === 'contact' || one.kind === 'engineer') && !refusedAltogether(world, one),
)

/** Each contact and each engineer has one of everything, and both count from 1. */
beforeAll(async () => {
  await load(owner, { ...world, sessions: [], viewings: [] })
  for (const [kind, table] of [
    ['contact', 'contacts'],
    ['engineer', 'engineers'],
  ]) {
    await owner.unsafe(`
      insert into drafts (${kind}_id, purpose) select id, '${kind} ' || id from ${table};
      insert into idempotency_keys (${kind}_id, key, result) select id, gen_random_uuid(), to_jsonb('${kind} ' || id) from ${table};
      insert into sessions (token_hash, ${kind}_id, device, expires_at, idle_minutes)
        select '${kind} ' || id, id, '${kind} ' || id, now() + interval '1 hour', 60 from ${table};
      insert into attachments (id, draft_id, name, content_type, bytes, sha256, storage_key)
        select gen_random_uuid(), d.id, d.purpose, '', 1, '', '' from drafts d where d.${kind}_id is not null`)
  }
  await owner.unsafe(`insert into read_marks (contact_id, ticket_id) select c.id, t.id from contacts c, tickets t`)
})
afterAll(async () => {
  await owner.end()
  await db.$client.end()
  await database.drop()
})

const me = (viewer: Observer) =>
  viewer.kind === 'contact' ? `contact ${viewer.contact}` : `engineer ${viewer.engineer}`

async function reads(viewer: Observer, query: string): Promise<string[]> {
  const rows = await asViewer(signedIn(viewer), (tx) => tx.execute<{ whose: string }>(sql.raw(query)), db)
  return rows.map(({ whose }) => whose)
}

describe('only its owner reads', () => {
  it.each([
    ['a draft', `select purpose as whose from drafts`],
    ['a file that hangs on a draft', `select name as whose from attachments where ticket_id is null`],
    ['what an idempotency key answered', `select result #>> '{}' as whose from idempotency_keys`],
  ])('%s', async (_, query) => {
    expect(people.length).toBeGreaterThan(4)
    for (const viewer of people) expect(await reads(viewer, query)).toEqual([me(viewer)])
  })
  it('a read mark', async () => {
    for (const viewer of people) {
      const expected = viewer.kind === 'contact' ? [me(viewer)] : []
      expect(await reads(viewer, `select distinct 'contact ' || contact_id as whose from read_marks`)).toEqual(expected)
    }
  })
  it('a session, but for administrators', async () => {
    for (const viewer of people) {
      const [{ administers } = { administers: '' }] = await asViewer(
        signedIn(viewer),
        (tx) => tx.execute<{ administers: string }>(sql`select current_setting('portico.administer') as administers`),
        db,
      )
      const all = [
        ...world.contacts.map(({ id }) => `contact ${id}`),
        ...world.engineers.map(({ id }) => `engineer ${id}`),
      ]
      const whose = await reads(viewer, `select device as whose from sessions`)
      if (administers === 'true') expect(whose).toEqual(expect.arrayContaining(all))
      else expect(whose).toEqual([me(viewer)])
    }
  })
  it('an account as a customer', async () => {
    for (const viewer of people.filter(({ kind }) => kind === 'contact')) {
      expect(await reads(viewer, `select 'contact ' || contact_id as whose from accounts`)).toEqual([me(viewer)])
    }
  })
})

describe("what is not the customer's business at all, it does not read", () => {
  it.each([
    'audit',
    'outbox',
    'dkim_keys',
    'engineer_wishes',
    'engineers',
    'roles',
    'queue_grants',
    'group_grants',
    'templates',
    'licence',
    'data_fields',
    'hosts',
    'oidc_providers',
    'oidc_provider_hosts',
    'ldap_servers',
    'provisionings',
    'provisioning_rules',
    'provisioned_people',
    'provisioning_runs',
    'provisioning_rows',
  ])('%s', async (table) => {
    for (const viewer of people.filter(({ kind }) => kind === 'contact')) {
      expect(await reads(viewer, `select 'x' as whose from ${table}`)).toEqual([])
    }
  })
})
