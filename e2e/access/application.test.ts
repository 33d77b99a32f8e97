import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import type { ContactViewer } from '#lib/access/viewer.ts'
import { hashOfSession, viewerOfSession } from '#lib/auth/sessions.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { database as pool } from '#lib/db/transaction.ts'
import { keepForEndedSession } from '#lib/drafts/commands.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { commentOnTicket } from '#lib/tickets/commands/comment.ts'
import { createTicket } from '#lib/tickets/commands/create.ts'
import { loaded, numberOf, outcome, shown, walked } from './database/application.ts'
import { load } from './database/load.ts'
import { sessionToken } from './database/rows.ts'
import { mayComment, mayCreate, mayExecute } from './oracle/actions.ts'
import { decisions } from './oracle/decisions.ts'
import { refusedAltogether } from './oracle/standing.ts'
import { seesTicket, visibleTickets } from './oracle/visibility.ts'
import { byId, type Contact, type Id, type Owner, type Viewer, type World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const sample = fc.sample(worlds, seeds.application)

beforeAll(async () => {
  // The worlds bring their own numbers, from 1; what the commands add gets others.
  await owner`alter sequence tickets_id_seq restart 10000`
  await owner`alter sequence entries_id_seq restart 10000`
  vi.stubEnv('DATABASE_URL', database.appUrl)
  for (const secret of ['AUTH_SECRET', 'PASSWORD_PEPPER']) vi.stubEnv(secret, 'x'.repeat(32))
})
afterAll(async () => {
  await owner.end()
  await pool().$client.end()
  await database.drop()
})

type Person = { world: World; contact: Contact; as: Viewer; viewer: ContactViewer }

/** Every contact that may sign in, of each world in turn. */
async function everyContact(look: (person: Person) => Promise<void>): Promise<void> {
  for (const world of sample) {
    await load(owner, world)
    for (const contact of world.contacts) {
      const viewer = await loaded(owner, contact.id)
      if (viewer) await look({ world, contact, viewer, as: { kind: 'contact', contact: contact.id, session: null } })
    }
  }
}

/** A list in the order of reading, from either end, holds each of these once. */
async function expectList(viewer: ContactViewer, view: Parameters<typeof walked>[1], ids: number[]): Promise<void> {
  const { there, back } = await walked(viewer, view)
  expect(there.toSorted((one, other) => one - other)).toEqual(ids)
  expect(back).toEqual(there)
}

describe('the application shows what the oracle says', { timeout: 120_000 }, () => {
  it('in a list of mine and of my company, page by page', async () => {
    await everyContact(async ({ world, contact, as, viewer }) => {
      const seen = visibleTickets(world, as)
      const invited = [...world.participants, ...world.shares].filter((one) => one.contact === contact.id)
      const mine = seen.filter(
        (one) => one.mainCustomer === contact.id || invited.some(({ ticket }) => ticket === one.id),
      )
      await expectList(
        viewer,
        { scope: 'mine', status: 'all' },
        mine.map(({ id }) => id),
      )
      await expectList(
        viewer,
        { scope: 'mine', status: 'all', sort: 'number' },
        mine.map(({ id }) => id),
      )
      if (viewer.own_company === null) return
      const companys = seen.filter(
        ({ mainCustomer }) => byId(world.contacts, mainCustomer)?.company === contact.company,
      )
      await expectList(
        viewer,
        { scope: 'company', status: 'all' },
        companys.map(({ id }) => id),
      )
    })
  })

  it('on the page of every ticket, and of none other', async () => {
    await everyContact(async ({ world, as, viewer }) => {
      const may = decisions(world, as)
      for (const { id } of world.tickets) {
        const expected = [...may].filter(
          (one) => one === `sees ticket ${id}` || (one.endsWith(` of ticket ${id}`) && !/^(edits|lets)/.test(one)),
        )
        expect((await shown(viewer, id)).toSorted()).toEqual(
          may.has(`sees ticket ${id}`) ? expected.toSorted() : ['not_found'],
        )
      }
      expect(await shown(viewer, 99)).toEqual(['not_found'])
    })
  })
})

function inSession({ kind, id }: Owner, session: Id | null): Viewer {
  return kind === 'contact' ? { kind, contact: id, session } : { kind, engineer: id, session }
}

function viewingIn({ sessions, viewings }: World, session: Id) {
  const viewing = viewings.find((one) => one.session === session)
  const engineer = sessions.find(({ id }) => id === session)?.owner.id
  return viewing && engineer ? { kind: 'viewing-as' as const, engineer, contact: viewing.contact, session } : undefined
}

describe('the application lets in whom the oracle lets in', { timeout: 120_000 }, () => {
  it('by its session, and as nobody else', async () => {
    for (const world of fc.sample(worlds, { seed: seeds.database.seed, numRuns: seeds.database.worlds })) {
      await load(owner, world)
      for (const { id, owner: person } of world.sessions) {
        const as = inSession(person, id)
        const through = viewingIn(world, id)
        const expected =
          through && !refusedAltogether(world, through)
            ? { kind: 'viewing-as', contact: through.contact, engineer: person.id }
            : refusedAltogether(world, as)
              ? null
              : { kind: person.kind, [person.kind]: person.id }
        const viewer = await viewerOfSession(sessionToken(id))
        if (expected) expect(viewer).toMatchObject(expected)
        else expect(viewer).toBeNull()
      }
    }
    expect(await viewerOfSession('nonsense')).toBeNull()
  })

  it('and keeps no text for one whose session was revoked or whose account is refused', async () => {
    for (const world of sample) {
      await load(owner, world)
      for (const { id, owner: person, revoked } of world.sessions) {
        const as = inSession(person, null)
        const kept = await keepForEndedSession(hashOfSession(sessionToken(id)), `comment:${id}`, { body: 'text' })
        if (revoked || refusedAltogether(world, as)) expect(kept).toBe(false)
      }
    }
  })
})

describe('the application does what the oracle says', { timeout: 120_000 }, () => {
  const key = () => randomUUID()

  it('comment', async () => {
    await everyContact(async ({ world, as, viewer }) => {
      for (const ticket of world.tickets) {
        const result = await outcome(commentOnTicket(viewer, { key: key(), number: numberOf(ticket.id), body: 'text' }))
        if (mayComment(world, as, ticket)) expect(result).toBe('done')
        else expect(result).toMatch(seesTicket(world, as, ticket) ? /^(forbidden|conflict)$/ : /^not_found$/)
      }
    })
  })

  it('create', async () => {
    await everyContact(async ({ world, contact, as, viewer }) => {
      for (const queue of world.queues) {
        const input = { key: key(), queue: `q${queue.id}`, subject: 'text', description: 'text', fields: {} }
        expect((await outcome(createTicket(viewer, input))) === 'done').toBe(mayCreate(world, as, queue, contact))
      }
    })
  })

  it('execute an activity', async () => {
    await everyContact(async ({ world, as, viewer }) => {
      for (const ticket of world.tickets) {
        for (const activity of world.activities.filter(({ queue, id }) => queue === ticket.queue || id === 1)) {
          const input = { key: key(), number: numberOf(ticket.id), activity: `a${activity.id}`, body: '' }
          const may = mayExecute(world, as, ticket, activity)
          expect(await outcome(executeActivity(viewer, input))).toMatch(
            may ? /^done$/ : /^(not_found|forbidden|conflict)$/,
          )
        }
      }
    })
  })
})
