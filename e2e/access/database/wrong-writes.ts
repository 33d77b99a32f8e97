import type { Sql } from 'postgres'
import { decisions } from '../oracle/decisions.ts'
import { onQueue } from '../oracle/grants.ts'
import { actorOf, type Principal, refusedAltogether } from '../oracle/standing.ts'
import { seesTicket } from '../oracle/visibility.ts'
import { byId, type Ticket, type World } from '../oracle/world.ts'
import { viewersOf } from '../worlds/viewers.ts'
import { attempts } from './attempts.ts'
import type { Observer } from './observe.ts'
import { succeeding } from './probe.ts'

/** Those who are let into the world, once each. */
export function peopleIn(world: World): Observer[] {
  return viewersOf({ ...world, sessions: [], viewings: [] }).filter(
    (one): one is Observer =>
      (one.kind === 'contact' || one.kind === 'engineer' || one.kind === 'viewing-as') &&
      !refusedAltogether(world, one),
  )
}

/** Every attempt that the loaded database and the specification judge differently. */
export async function wrongWrites(superuser: Sql, world: World): Promise<string[]> {
  const wrong: string[] = []
  for (const viewer of peopleIn(world)) {
    const tried = attempts(world, viewer)
    const done = await succeeding(superuser, viewer, tried)
    const may = specified(world, viewer)
    for (const { decision } of tried) {
      if (done.has(decision) === may.has(decision) || (done.has(decision) && belongsToAForm(world, viewer, decision)))
        continue
      const outcome = done.has(decision) ? 'done against the specification' : 'refused'
      wrong.push(`${JSON.stringify(viewer)} ${decision}: ${outcome}`)
    }
  }
  return wrong
}

/** The oracle's word on an attempt; adding a participant needs what a share needs. */
function specified(world: World, viewer: Observer): Set<string> {
  const may = decisions(world, viewer)
  const participants = [...may].flatMap((one) => {
    const [, contact, ticket] = /^lets contact (\d+) in on a share of ticket (\d+)$/.exec(one) ?? []
    return contact ? [`adds participant ${contact} to ticket ${ticket}`] : []
  })
  return new Set([...may, ...participants])
}

/**
 * What the database cannot refuse, because the form of a new ticket or of an activity does it too: the first entry and
 * the fields of a ticket that has no entry yet, and the fields of a visible one where the viewer may execute.
 */
export function belongsToAForm(world: World, viewer: Observer, decision: string): boolean {
  const [, field, id] = /^(?:adds a comment|edits field (\d+)) of ticket (\d+)$/.exec(decision) ?? []
  const ticket = byId(world.tickets, Number(id))
  const principal = actorOf(world, viewer)?.principal
  if (!ticket || !principal || viewer.kind === 'viewing-as') return false
  if (field && principal.kind === 'contact' && byId(world.fields, Number(field))?.exposure !== 'full') return false
  const inActivity =
    field !== undefined && onQueue(world, principal, ticket.queue, 'execute') && seesTicket(world, viewer, ticket)
  return inActivity || opens(world, principal, ticket)
}

function opens(world: World, principal: Principal, ticket: Ticket): boolean {
  if (world.entries.some((one) => one.ticket === ticket.id) || !onQueue(world, principal, ticket.queue, 'create'))
    return false
  return principal.kind === 'engineer' || ticket.mainCustomer === principal.contact.id
}
