import { onGroup, onQueue } from '#e2e/access/oracle/grants.ts'
import { actorOf } from '#e2e/access/oracle/standing.ts'
import { seesTicket } from '#e2e/access/oracle/visibility.ts'
import { byId, type Id, type Ticket } from '#e2e/access/oracle/world.ts'
import { type Place, signedInAs } from '../row.ts'

export function grants({ world, viewer }: Place, queue: Id, grant: 'read' | 'write' | 'create'): boolean {
  const principal = actorOf(world, viewer)?.principal
  return principal !== undefined && onQueue(world, principal, queue, grant)
}

/** To change a ticket is to see it and to have *write* on its queue. */
export function writes(place: Place, ticket: Ticket): boolean {
  return (
    signedInAs(place) === 'engineer' &&
    seesTicket(place.world, place.viewer, ticket) &&
    grants(place, ticket.queue, 'write')
  )
}

/** An engineer knows the contacts of the groups that it can read. */
export function knows({ world, viewer }: Place, contact: Id): boolean {
  const principal = actorOf(world, viewer)?.principal
  const found = byId(world.contacts, contact)
  return principal !== undefined && found !== undefined && onGroup(world, principal, found.group, 'read')
}

export function is(place: Place, engineer: number): boolean {
  return signedInAs(place) === 'engineer' && place.viewer.kind === 'engineer' && place.viewer.engineer === engineer
}
