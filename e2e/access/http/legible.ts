import { globally, onGroup, onQueue } from '../oracle/grants.ts'
import { colleagues } from '../oracle/relation.ts'
import { actorOf } from '../oracle/standing.ts'
import { engineerSees, seesAttachment, seesEntry, seesField, seesTicket, visibleTickets } from '../oracle/visibility.ts'
import { byId, type Id, type Viewer, type World } from '../oracle/world.ts'
import { ASSIGNED, HELD, registrationOf } from './ink.ts'
import { announcedTo } from './news.ts'
import { engineers, groups } from './town.ts'
import type { Answer, Message } from './wire.ts'

type Canary = { readonly kind: string; readonly id: Id; readonly of: Id }

/** Every canary in an answer that this viewer may not read; those that the request itself named are no news. */
export function illegible(world: World, viewer: Viewer, message: Message, answer: Answer): string[] {
  const sent = `${decodeURIComponent(message.path)} ${message.body ?? ''}`
  return canariesIn(answer).filter((text) => !sent.includes(text) && !legible(world, viewer, parsed(text)))
}

/** Those of some kinds only, in order: what a list or a page shows of them. */
export function canariesIn({ body, headers }: Pick<Answer, 'body' | 'headers'>, kinds?: readonly string[]): string[] {
  const found = `${body} ${JSON.stringify(headers)}`.toLowerCase().match(/canary[a-wyz0-9]+x/g) ?? []
  return [...new Set(found)].filter((text) => !kinds || kinds.includes(parsed(text).kind)).toSorted()
}

function parsed(text: string): Canary {
  const [, kind = '', id, of] = /^canary([a-z]+?)(\d+)(?:f(\d+))?x$/.exec(text) ?? []
  return { kind, id: Number(id), of: Number(of) }
}

/** The names of what is kept in the Admin Tool, and of the people whose sessions, accounts and rights are. */
const keptByAdministrators = [
  ...['queue', 'queuelead', 'status', 'step', 'field', 'fieldhelp', 'activity', 'class', 'group', 'news', 'newstitle'],
  ...['company', 'contact', 'login', 'engineer', 'desklogin', 'device', 'role', 'address', 'audit', 'reason'],
  ...['rolelead', 'deskmail', 'mailsender', 'mailsubject', 'directory', 'provider', 'person'],
]

/** Anything that is not named here nobody may read. */
function legible(world: World, viewer: Viewer, { kind, id, of }: Canary): boolean {
  const actor = actorOf(world, viewer)
  if (!actor) return false
  const { principal } = actor
  const self = principal.kind === 'contact' && principal.contact.id === id
  const selfAtDesk = principal.kind === 'engineer' && principal.engineer.id === id
  const contact = byId(world.contacts, id)
  if (keptByAdministrators.includes(kind) && principal.kind === 'engineer' && globally(world, principal, 'administer'))
    return true
  switch (kind) {
    case 'subject':
      return onTicket(world, viewer, id)
    case 'entry':
    case 'author':
    case 'before':
    case 'after': {
      const entry = byId(world.entries, id)
      return entry !== undefined && seesEntry(world, viewer, entry)
    }
    case 'file':
    case 'content':
    case 'sum': {
      const attachment = byId(world.attachments, id)
      return attachment !== undefined && seesAttachment(world, viewer, attachment)
    }
    case 'value': {
      const [ticket, field] = [byId(world.tickets, id), byId(world.fields, of)]
      return ticket !== undefined && field !== undefined && seesField(world, viewer, ticket, field)
    }
    case 'company': {
      const company = byId(world.companies, id)
      if (principal.kind === 'contact') return principal.contact.company === id
      return company !== undefined && engineerSees(world, viewer, company)
    }
    case 'contact':
      return (
        self ||
        (contact !== undefined &&
          (engineerSees(world, viewer, contact) ||
            (principal.kind === 'contact' && colleagues(principal.contact, contact)) ||
            meetsOnTicket(world, viewer, id)))
      )
    // The imports of the town are its keeper's.
    case 'importfile':
    case 'importrow':
      return principal.kind === 'engineer' && principal.engineer.id === engineers.keeper
    case 'contactnote':
    case 'foreignkey':
    case 'ldap':
    case 'remark':
      return contact !== undefined && engineerSees(world, viewer, contact)
    case 'registrant':
      return (
        registrationOf.held.includes(id) &&
        principal.kind === 'engineer' &&
        onGroup(world, principal, groups.industry, 'read') &&
        onGroup(world, principal, groups.industry, 'modify accounts')
      )
    case 'email':
    case 'login':
      return self || (contact !== undefined && engineerSees(world, viewer, contact))
    case 'engineer':
      // The banner says who looks.
      if (viewer.kind === 'viewing-as' && viewer.engineer === id) return true
      return principal.kind === 'engineer' || (id === ASSIGNED && visibleTickets(world, viewer).length > 0)
    case 'queue':
    case 'queuelead':
      return knowsQueue(world, viewer, id)
    case 'status':
    case 'step':
      return knowsQueue(world, viewer, byId(world.statuses, id)?.queue)
    case 'field':
    case 'fieldhelp': {
      const field = byId(world.fields, id)
      return knowsQueue(world, viewer, field?.queue) && (principal.kind === 'engineer' || field?.exposure !== 'none')
    }
    case 'activity': {
      const activity = byId(world.activities, id)
      return (
        knowsQueue(world, viewer, activity?.queue) && (principal.kind === 'engineer' || Boolean(activity?.forCustomers))
      )
    }
    case 'class':
      return principal.kind === 'engineer' || Boolean(byId(world.textClasses, id)?.customerVisible)
    case 'group':
      return principal.kind === 'engineer' && onGroup(world, principal, id, 'read')
    case 'news':
    case 'newstitle':
      return principal.kind === 'contact'
        ? announcedTo(id, principal.contact.group)
        : globally(world, principal, 'manage news')
    // What a mail says that belongs to a ticket is the ticket's: here the customer's own, which no administrator reads.
    case 'mailbody':
      return id !== HELD.ofTicket && principal.kind === 'engineer' && globally(world, principal, 'administer')
    case 'draft':
    case 'draftfile':
    case 'draftcontent':
      return self && viewer.kind === 'contact'
    case 'identity':
    case 'passkey':
      return self && viewer.kind === 'contact'
    case 'device':
      return self
    case 'deskdraft':
    case 'deskidentity':
    case 'desklogin':
    case 'deskmail':
    case 'deskpasskey':
      return selfAtDesk
    default:
      return false
  }
}

function onTicket(world: World, viewer: Viewer, id: Id): boolean {
  const ticket = byId(world.tickets, id)
  return ticket !== undefined && seesTicket(world, viewer, ticket)
}

/** access.md does not say what customers know of one another: here, who stands on a ticket that they see. */
function meetsOnTicket(world: World, viewer: Viewer, contact: Id): boolean {
  return (
    viewer.kind !== 'engineer' &&
    world.tickets.some(
      (one) =>
        seesTicket(world, viewer, one) &&
        (one.mainCustomer === contact ||
          [...world.participants, ...world.shares].some(
            (other) => other.ticket === one.id && other.contact === contact,
          )),
    )
  )
}

/** A queue's own words (its name, statuses, fields): for whom it exists at all. */
function knowsQueue(world: World, viewer: Viewer, queue: Id | undefined): boolean {
  const actor = actorOf(world, viewer)
  if (!actor || queue === undefined) return false
  const { principal } = actor
  return (
    onQueue(world, principal, queue, 'read') ||
    (principal.kind === 'contact' && onQueue(world, principal, queue, 'create'))
  )
}
