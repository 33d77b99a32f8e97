import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, it } from 'vitest'
import type { Change } from '#lib/access/impact/change.ts'
import { impactOf } from '#lib/access/impact/impact.ts'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { GROUP_GRANTS, QUEUE_GRANTS } from '#lib/roles/grants.ts'
import { load } from './database/load.ts'
import { profileRow } from './database/rows.ts'
import { visibleAttachments, visibleEntries, visibleTickets } from './oracle/visibility.ts'
import type { Id, Role, World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 2 })
Object.assign(globalThis, { porticoDatabase: db })
const sample = fc.sample(worlds, seeds.impact)

afterAll(async () => {
  await Promise.all([owner.end(), db.$client.end()])
  await database.drop()
})

const ADMINISTRATOR = 900

async function administratorOf(world: World): Promise<EngineerViewer> {
  await load(owner, world)
  await owner.unsafe(`
    insert into engineers (id, login, name) overriding system value values (${ADMINISTRATOR}, 'root', 'Root');
    insert into roles (id, name, administer) overriding system value values (${ADMINISTRATOR}, 'root', true);
    insert into engineer_roles values (${ADMINISTRATOR}, ${ADMINISTRATOR})`)
  const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('engineer', ${ADMINISTRATOR}) as rights`
  const viewer = viewerShape.parse(row?.rights)
  return viewer.kind === 'engineer' ? viewer : expect.fail()
}

type Case = { change: Change; after: World }

/** Each role without a read, with another one, and with or without the own company's tickets. */
function changesOf(world: World): Case[] {
  return [
    ...world.roles.flatMap((role) =>
      [
        { ...role, onQueues: role.onQueues.filter(({ queue, grant }) => queue !== 1 || grant !== 'read') },
        { ...role, onQueues: world.queues.map(({ id }) => ({ queue: id, grant: 'read' })) },
        { ...role, onGroups: [], ownCompany: !role.ownCompany },
        { ...role, ownCompany: !role.ownCompany },
      ].map((changed) => ({
        change: { kind: 'role', id: role.id, role: asChange(world, changed) } as const,
        after: { ...world, roles: world.roles.map((one) => (one.id === role.id ? changed : one)) },
      })),
    ),
    ...world.profiles.flatMap(({ id }) => [
      {
        change: { kind: 'profile', id: profileRow(id), roles: [1] } as const,
        after: { ...world, profiles: world.profiles.map((one) => (one.id === id ? { ...one, roles: [1] } : one)) },
      },
      {
        change: { kind: 'profileActive', id: profileRow(id), active: false } as const,
        after: { ...world, profiles: world.profiles.filter((one) => one.id !== id) },
      },
    ]),
    ...world.groups.map(({ id, portal }) => ({
      change: { kind: 'portal', group: id, enabled: !portal } as const,
      after: { ...world, groups: world.groups.map((one) => (one.id === id ? { id, portal: !portal } : one)) },
    })),
  ]
}

function asChange(world: World, { id, onQueues, onGroups, ownCompany }: Role) {
  const grants = <Grant extends string>(
    known: readonly Grant[],
    held: readonly string[],
    words = (one: Grant): string => one,
  ) => known.filter((one) => held.includes(words(one)))
  return {
    name: `role ${id}`,
    description: '',
    queues: world.queues.map((queue) => ({
      id: queue.id,
      grants: grants(
        QUEUE_GRANTS,
        onQueues.filter((one) => one.queue === queue.id).map(({ grant }) => grant),
      ),
    })),
    groups: world.groups.map((group) => ({
      id: group.id,
      grants: grants(
        GROUP_GRANTS,
        onGroups.filter((one) => one.group === group.id).map(({ grant }) => grant),
        (one) => (one === 'modifyAccounts' ? 'modify accounts' : one),
      ),
    })),
    rights: ownCompany ? (['ownCompany'] as const).slice() : [],
  }
}

const see = (world: World, contact: Id) =>
  new Set(visibleTickets(world, { kind: 'contact', contact, session: null }).map(({ id }) => id))

/** By the oracle: how many contacts gain or lose how many tickets. */
function apart(before: World, after: World) {
  const sides = before.contacts.map(({ id }) => {
    const [was, is] = [see(before, id), see(after, id)]
    return {
      gains: [...is].filter((one) => !was.has(one)).length,
      losses: [...was].filter((one) => !is.has(one)).length,
    }
  })
  const side = (of: 'gains' | 'losses') => ({
    contacts: sides.filter((one) => one[of] > 0).length,
    count: sides.reduce((sum, one) => sum + one[of], 0),
  })
  return { gains: side('gains'), losses: side('losses'), exact: true }
}

const rowsOf = () =>
  owner`select (select count(*) from queue_grants) as grants, (select count(*) from audit) as told,
    (select jsonb_agg(r order by id) from roles r) as roles, (select jsonb_agg(e order by id) from engineers e) as people`

describe('the impact preview', { timeout: 120_000 }, () => {
  it('counts who gains and who loses which tickets as the oracle does, and changes nothing', async () => {
    let moved = 0
    for (const world of sample) {
      const root = await administratorOf(world)
      const before = await rowsOf()
      for (const { change, after } of changesOf(world)) {
        const expected = apart(world, after)
        moved += expected.gains.count + expected.losses.count
        expect(await impactOf(root, change), JSON.stringify(change)).toMatchObject(expected)
      }
      expect(await rowsOf()).toEqual(before)
    }
    expect(moved).toBeGreaterThan(50)
  })

  it('counts the entries and files that a text class shows or hides', async () => {
    for (const world of sample) {
      const root = await administratorOf(world)
      for (const { id, customerVisible } of world.textClasses) {
        const after = {
          ...world,
          textClasses: world.textClasses.map((one) =>
            one.id === id ? { id, customerVisible: !customerVisible } : one,
          ),
        }
        const seen = (here: World, contact: Id) => {
          const viewer = { kind: 'contact', contact, session: null } as const
          return visibleEntries(here, viewer).length + visibleAttachments(here, viewer).length
        }
        const moved = world.contacts.map((one) => Math.abs(seen(after, one.id) - seen(world, one.id)))
        const expected = { contacts: moved.filter(Boolean).length, count: moved.reduce((sum, one) => sum + one, 0) }
        const impact = await impactOf(root, { kind: 'textClass', id, customerVisible: !customerVisible })
        expect(customerVisible ? impact.losses : impact.gains, `class ${id}`).toMatchObject(expected)
        expect(await impactOf(root, { kind: 'textClass', id, customerVisible })).toMatchObject({ gains: { count: 0 } })
      }
    }
  })

  it('is for administrators', async () => {
    const [world] = sample
    if (!world) return expect.fail()
    const root = await administratorOf(world)
    await owner`delete from engineer_roles where engineer_id = ${ADMINISTRATOR}`
    const change = { kind: 'portal', group: 1, enabled: false } as const
    await expect(impactOf(root, change)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
