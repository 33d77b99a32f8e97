import { onGroup } from './grants.ts'
import { reaches } from './relation.ts'
import { type Actor, actorOf } from './standing.ts'
import {
  type Attachment,
  byId,
  type Company,
  type Contact,
  type Entry,
  type Field,
  type FieldValue,
  type Ticket,
  type Viewer,
  type World,
} from './world.ts'

/** V1-V4, V7. */
export function seesTicket(world: World, viewer: Viewer, ticket: Ticket): boolean {
  return reader(world, viewer, ticket) !== null
}

/** V5: to a contact by a customer-visible text class only, and a change only of a field exposed `read` or `full`. */
export function seesEntry(world: World, viewer: Viewer, entry: Entry): boolean {
  const actor = reader(world, viewer, byId(world.tickets, entry.ticket))
  if (!actor || actor.principal.kind === 'engineer') return actor !== null
  if (!customerVisible(world, entry.textClass)) return false
  return entry.kind !== 'change' || exposed(byId(world.fields, entry.field))
}

/** V5 "each attachment by itself": its own text class decides, not that of the entry it hangs on. */
export function seesAttachment(world: World, viewer: Viewer, attachment: Attachment): boolean {
  const entry = byId(world.entries, attachment.entry)
  const actor = reader(world, viewer, byId(world.tickets, entry?.ticket ?? null))
  if (!actor || actor.principal.kind === 'engineer') return actor !== null
  return customerVisible(world, attachment.textClass)
}

/** V6: to a contact with exposure `read` or `full` only. */
export function seesField(world: World, viewer: Viewer, ticket: Ticket, field: Field): boolean {
  const actor = reader(world, viewer, ticket)
  if (!actor || actor.principal.kind === 'engineer') return actor !== null
  return exposed(field)
}

/** "Engineers: contact and company data by customer-group grants." What contacts see of one another is not specified. */
export function engineerSees(world: World, viewer: Viewer, one: Contact | Company): boolean {
  const actor = actorOf(world, viewer)
  if (actor?.principal.kind !== 'engineer' || !actor.scopes.has('read')) return false
  return onGroup(world, actor.principal, one.group, 'read')
}

/** V8: lists, counts, searches and exports hold what can be got one by one, and nothing else. */
export function visibleTickets(world: World, viewer: Viewer): Ticket[] {
  return world.tickets.filter((one) => seesTicket(world, viewer, one))
}

export function visibleEntries(world: World, viewer: Viewer): Entry[] {
  return world.entries.filter((one) => seesEntry(world, viewer, one))
}

export function visibleAttachments(world: World, viewer: Viewer): Attachment[] {
  return world.attachments.filter((one) => seesAttachment(world, viewer, one))
}

export function visibleFieldValues(world: World, viewer: Viewer): FieldValue[] {
  return world.fieldValues.filter((one) => {
    const ticket = byId(world.tickets, one.ticket)
    const field = byId(world.fields, one.field)
    return ticket !== undefined && field !== undefined && seesField(world, viewer, ticket, field)
  })
}

function reader(world: World, viewer: Viewer, ticket: Ticket | undefined): Actor | null {
  const actor = actorOf(world, viewer)
  return ticket && actor?.scopes.has('read') && reaches(world, actor.principal, ticket) ? actor : null
}

function customerVisible(world: World, textClass: number): boolean {
  return byId(world.textClasses, textClass)?.customerVisible ?? false
}

function exposed(field: Field | undefined): boolean {
  return field?.exposure === 'read' || field?.exposure === 'full'
}
