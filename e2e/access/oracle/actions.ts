import { globally, onGroup, onQueue } from './grants.ts'
import { colleagues, isFaq, liveShares, reaches, related, viewsByCompany } from './relation.ts'
import { type Actor, actorOf, type Principal } from './standing.ts'
import {
  type Activity,
  byId,
  type Contact,
  type Field,
  type Queue,
  type Scope,
  type Ticket,
  type Viewer,
  type World,
} from './world.ts'

/** "comment, attach": V1-V3, *append* or *write* on the queue, a status that accepts comments, no read-only share. */
export function mayComment(world: World, viewer: Viewer, ticket: Ticket): boolean {
  const principal = changing(world, viewer, ticket, 'comment')
  if (!principal || !byId(world.statuses, ticket.status)?.acceptsComments) return false
  return onQueue(world, principal, ticket.queue, 'append') || onQueue(world, principal, ticket.queue, 'write')
}

/** "create": *create* on the queue, *read* on the own group, and nobody else as main customer. Engineers name any they may read. */
export function mayCreate(world: World, viewer: Viewer, queue: Queue, mainCustomer: Contact | null): boolean {
  const principal = within(actorOf(world, viewer), 'create')
  if (!principal || !onQueue(world, principal, queue.id, 'create')) return false
  if (principal.kind === 'contact' && mainCustomer?.id !== principal.contact.id) return false
  return mainCustomer === null || onGroup(world, principal, mainCustomer.group, 'read')
}

/** "edit fields": V6 (exposure `full`) and *write*. */
export function editsField(world: World, viewer: Viewer, ticket: Ticket, field: Field): boolean {
  const principal = changing(world, viewer, ticket, 'edit')
  if (!principal || field.queue !== ticket.queue || !onQueue(world, principal, ticket.queue, 'write')) return false
  return principal.kind === 'engineer' || field.exposure === 'full'
}

/** "execute activity": *execute*, the activity marked for customers, the ticket's status among those it starts from. */
export function mayExecute(world: World, viewer: Viewer, ticket: Ticket, activity: Activity): boolean {
  const principal = changing(world, viewer, ticket, 'execute')
  if (!principal || activity.queue !== ticket.queue || !activity.from.includes(ticket.status)) return false
  if (!onQueue(world, principal, ticket.queue, 'execute')) return false
  return principal.kind === 'engineer' || activity.forCustomers
}

/** "share": the main customer or an own-company viewer, with another contact of the same company. Contacts only. */
export function mayShare(world: World, viewer: Viewer, ticket: Ticket, other: Contact): boolean {
  const principal = changing(world, viewer, ticket, 'share')
  if (principal?.kind !== 'contact' || other.id === principal.contact.id) return false
  const entitled = ticket.mainCustomer === principal.contact.id || viewsByCompany(world, principal, ticket)
  return entitled && colleagues(principal.contact, other)
}

/** "add a participant": as `mayShare`. Which grant an engineer needs is not specified. */
export function mayAddParticipant(world: World, viewer: Viewer, ticket: Ticket, other: Contact): boolean {
  return mayShare(world, viewer, ticket, other)
}

/** "portal accounts by *modify accounts*": engineers, on the contact's group. */
export function modifiesAccount(world: World, viewer: Viewer, contact: Contact): boolean {
  const principal = within(actorOf(world, viewer), 'edit')
  return principal?.kind === 'engineer' && onGroup(world, principal, contact.group, 'modify accounts')
}

/** "`/admin` only with *administer*": engineers. */
export function mayAdminister(world: World, viewer: Viewer): boolean {
  const principal = within(actorOf(world, viewer), 'edit')
  return principal?.kind === 'engineer' && globally(world, principal, 'administer')
}

/** Who may do `action` to a ticket at all: one who sees it, and not merely by a share that is read-only (V7). */
function changing(world: World, viewer: Viewer, ticket: Ticket, action: Scope): Principal | null {
  const actor = actorOf(world, viewer)
  const principal = within(actor, action)
  if (!principal || !actor?.scopes.has('read') || !reaches(world, principal, ticket)) return null
  return principal.kind === 'engineer' || !readsOnly(world, principal, ticket) ? principal : null
}

function readsOnly(world: World, principal: Extract<Principal, { kind: 'contact' }>, ticket: Ticket): boolean {
  if (isFaq(world, ticket) || related(world, principal, ticket)) return false
  return liveShares(world, principal.contact, ticket).every((share) => share.readOnly)
}

function within(actor: Actor | null, scope: Scope): Principal | null {
  return actor?.scopes.has(scope) ? actor.principal : null
}
