import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { attempts, forgeries } from './database/attempts.ts'
import { load } from './database/load.ts'
import type { Observer } from './database/observe.ts'
import { changedBlindly, prepare, succeeding } from './database/probe.ts'
import { attachmentId } from './database/rows.ts'
import { decisions } from './oracle/decisions.ts'
import { onQueue } from './oracle/grants.ts'
import { contactPrincipal, refusedAltogether } from './oracle/standing.ts'
import type { World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'
import { viewersOf } from './worlds/viewers.ts'

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
    for (const viewer of viewersOf(world)) {
      if ((viewer.kind !== 'contact' && viewer.kind !== 'engineer') || viewer.session !== null) continue
      if (refusedAltogether(world, viewer)) continue
      found.push(...(await look(world, viewer)).map((what) => `${JSON.stringify(viewer)} ${what}`))
    }
  }
  return found
}

/** The first entry of a ticket comes with its creation: whoever may create in the queue may write it, before all others. */
function opensTicket(world: World, viewer: Observer, decision: string): boolean {
  const id = Number(/^adds a comment of ticket (\d+)$/.exec(decision)?.[1])
  const ticket = world.tickets.find((one) => one.id === id)
  if (!ticket || viewer.kind !== 'contact' || world.entries.some((one) => one.ticket === id)) return false
  const principal = contactPrincipal(world, viewer.contact)
  return (
    principal !== null && ticket.mainCustomer === viewer.contact && onQueue(world, principal, ticket.queue, 'create')
  )
}

/** The oracle's word on an attempt; adding a participant needs what a share needs. */
function specified(world: World, viewer: Observer): Set<string> {
  const may = decisions(world, viewer)
  const share = /^lets contact (\d+) in on a share of ticket (\d+)$/
  const participants = [...may].flatMap((one) => {
    const [, contact, ticket] = share.exec(one) ?? []
    return contact ? [`adds participant ${contact} to ticket ${ticket}`] : []
  })
  return new Set([...may, ...participants])
}

describe('the database itself refuses, whatever a command forgot to check', () => {
  it('exactly what the specification refuses: to comment, create, share, add a participant', async () => {
    const wrong = await everybody(async (world, viewer) => {
      const tried = attempts(world, viewer)
      const done = await succeeding(superuser, viewer, tried)
      const may = specified(world, viewer)
      return tried
        .filter(({ decision }) => done.has(decision) !== may.has(decision) && !opensTicket(world, viewer, decision))
        .map(({ decision }) => `${decision}: ${done.has(decision) ? 'done against the specification' : 'refused'}`)
    })
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
    ['attachments', `name = 'x'`, 'id', (key: string) => `sees attachment ${attachmentId(key)} `],
    ['field_values', `value = '1'`, `field_id || ' of ticket ' || ticket_id`, (key: string) => `sees field ${key}`],
    ['companies', `name = 'x'`, 'id', (key: string) => `sees company ${key}`],
    ['contacts', `name = 'x'`, 'id', (key: string) => `sees contact ${key}`],
    ['accounts', 'disabled = true', 'contact_id', (key: string) => `modifies the account of contact ${key}`],
  ])('to change rows of %s that the viewer does not see', async (table, set, key, decision) => {
    const blind = await everybody(async (world, viewer) => {
      const may = [...decisions(world, viewer)]
      const touched = await changedBlindly(superuser, viewer, table, set, key)
      return touched.filter((one) => !may.some((held) => held.startsWith(decision(one)))).map((one) => `changes ${one}`)
    })
    expect(blind).toEqual([])
  })
})
