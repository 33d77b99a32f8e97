import fc from 'fast-check'
import type { Entry, Id, Share, Ticket, World } from '../oracle/world.ts'
import { mostly, numbered, one } from './choices.ts'
import type { People } from './people.ts'
import type { Structure } from './structure.ts'

export type Tickets = Pick<World, 'tickets' | 'participants' | 'shares' | 'entries' | 'attachments' | 'fieldValues'>

const ticketIds = Array.from({ length: 12 }, (_, at) => at + 1)
const entryIds = Array.from({ length: 24 }, (_, at) => at + 1)
const attachmentIds = Array.from({ length: 16 }, (_, at) => at + 1)

/** Tickets of every relation, shares that ended a second ago or lead nowhere, entries and files of clashing text classes. */
export function tickets(structure: Structure, { contacts }: People, now: number): fc.Arbitrary<Tickets> {
  const people = contacts.map(({ id }) => id)
  const textClass = one(structure.textClasses).map(({ id }) => id)
  return numbered(ticketIds, ticket(structure, people)).chain((all) =>
    fc.record({
      tickets: fc.constant(all),
      participants: fc.uniqueArray(fc.record({ ticket: one(ticketIds), contact: one(people) }), {
        minLength: 3,
        maxLength: 8,
        selector: pair,
      }),
      shares: shares(all, people, now),
      entries: numbered(
        entryIds,
        fc.tuple(one(all), fc.nat(), textClass).map((parts) => entry(structure, ...parts)),
      ),
      attachments: numbered(attachmentIds, fc.record({ entry: one(entryIds), textClass })),
      fieldValues: fc.constant(all.flatMap((each) => valuesOf(structure, each))),
    }),
  )
}

function ticket({ queues, statuses }: Structure, people: Id[]): fc.Arbitrary<Omit<Ticket, 'id'>> {
  return fc.tuple(one(queues), fc.option(one(people), { freq: 9 }), fc.nat(1)).map(([queue, customer, at]) => ({
    queue: queue.id,
    status: statuses.filter((status) => status.queue === queue.id)[at]?.id ?? 0,
    mainCustomer: queue.kind === 'faq' ? null : customer,
  }))
}

/** Most of them by the main customer, where there is one; the others by anybody, who may never have seen the ticket. */
function shares(tickets: Ticket[], people: Id[], now: number): fc.Arbitrary<Share[]> {
  const terms = fc.record({
    of: one(tickets),
    contact: one(people),
    byCustomer: mostly,
    anybody: one(people),
    readOnly: fc.boolean(),
    endsAt: fc.constantFrom(null, now + 3600, now - 1),
  })
  const share = terms.map(({ of, byCustomer, anybody, ...rest }) => {
    const sharer = byCustomer ? (of.mainCustomer ?? anybody) : anybody
    return { ticket: of.id, sharer, ...rest }
  })
  return fc
    .uniqueArray(share, { minLength: 12, maxLength: 18, selector: pair })
    .map((all) => all.map((one, at) => ({ id: at + 1, ...one })))
}

/** A third are changes: of a field of the ticket's queue, or of something that is no field. */
function entry({ fields }: Structure, { id, queue }: Ticket, dice: number, textClass: Id): Omit<Entry, 'id'> {
  const kind = (['comment', 'mail', 'activity', 'change', 'change'] as const)[dice % 5] ?? 'comment'
  const own = fields.filter((field) => field.queue === queue)
  const field = kind === 'change' ? (own[Math.floor(dice / 5) % (own.length + 1)]?.id ?? null) : null
  return { ticket: id, kind, textClass, field }
}

function valuesOf({ fields }: Structure, { id, queue }: Ticket) {
  return fields.filter((field) => field.queue === queue).map((field) => ({ ticket: id, field: field.id }))
}

function pair({ ticket, contact }: { ticket: Id; contact: Id }): string {
  return `${ticket} ${contact}`
}
