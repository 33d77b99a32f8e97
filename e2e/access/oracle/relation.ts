import { onGroup, onQueue, ownCompany } from './grants.ts'
import { contactPrincipal, type Principal } from './standing.ts'
import { byId, type Contact, type Id, type Share, type Ticket, type World } from './world.ts'

/** V1-V3 (with V4 and V7): whether the principal, apart from any token's scopes, sees the ticket. */
export function reaches(world: World, principal: Principal, ticket: Ticket): boolean {
  if (!v1(world, principal, ticket) || !v2(world, principal, ticket)) return false
  return principal.kind === 'engineer' || v3(world, principal, ticket)
}

/** V1: *read* on the ticket's queue. */
export function v1(world: World, principal: Principal, ticket: Ticket): boolean {
  return onQueue(world, principal, ticket.queue, 'read')
}

/** V2: in a regular queue *read* on the main customer's group; without main customer engineers only; FAQ: no check. */
export function v2(world: World, principal: Principal, ticket: Ticket): boolean {
  if (isFaq(world, ticket)) return true
  if (ticket.mainCustomer === null) return principal.kind === 'engineer'
  const main = byId(world.contacts, ticket.mainCustomer)
  return main !== undefined && onGroup(world, principal, main.group, 'read')
}

type ContactPrincipal = Extract<Principal, { kind: 'contact' }>

/** V3: a contact sees a regular ticket only by being related to it. */
export function v3(world: World, principal: ContactPrincipal, ticket: Ticket): boolean {
  return (
    isFaq(world, ticket) || related(world, principal, ticket) || liveShares(world, principal.contact, ticket).length > 0
  )
}

/** Main customer, participant or own-company viewer: the relations of V3 that no share gives. */
export function related(world: World, principal: ContactPrincipal, ticket: Ticket): boolean {
  const { contact } = principal
  return (
    ticket.mainCustomer === contact.id ||
    world.participants.some((one) => one.ticket === ticket.id && one.contact === contact.id) ||
    viewsByCompany(world, principal, ticket)
  )
}

/** V3 with V4: the profile's own-company permission and the main customer's company **now** being the contact's. */
export function viewsByCompany(world: World, principal: ContactPrincipal, ticket: Ticket): boolean {
  const main = byId(world.contacts, ticket.mainCustomer)
  return main !== undefined && colleagues(main, principal.contact) && ownCompany(world, principal)
}

/** "A contact without company never matches by company"; companies are told apart by identity, not by name. */
export function colleagues(one: Contact, other: Contact): boolean {
  return one.company !== null && one.company === other.company
}

/** V3 "the share has not ended" and V7: the shares by which the contact sees the ticket. V1 and V2 are asked beside. */
export function liveShares(world: World, contact: Contact, ticket: Ticket, trail: readonly Id[] = []): Share[] {
  return world.shares.filter(
    (share) =>
      share.ticket === ticket.id &&
      share.contact === contact.id &&
      (share.endsAt === null || share.endsAt > world.now) &&
      sharerSees(world, share, ticket, [...trail, contact.id]),
  )
}

/**
 * V7 "never shows more than the sharer sees": void once the sharer no longer sees the ticket. Where the sharer sees it
 * by a share only, that share has to hold by itself: two who share with one another, or one with itself, see nothing.
 */
function sharerSees(world: World, share: Share, ticket: Ticket, trail: readonly Id[]): boolean {
  if (trail.includes(share.sharer)) return false
  const sharer = contactPrincipal(world, share.sharer)
  if (sharer?.kind !== 'contact' || !v1(world, sharer, ticket) || !v2(world, sharer, ticket)) return false
  return (
    isFaq(world, ticket) ||
    related(world, sharer, ticket) ||
    liveShares(world, sharer.contact, ticket, trail).length > 0
  )
}

export function isFaq(world: World, ticket: Ticket): boolean {
  return byId(world.queues, ticket.queue)?.kind === 'faq'
}
