import { describe, expect, it } from 'vitest'
import {
  as,
  changed,
  classes,
  comment,
  companies,
  desk,
  example,
  faqTicket,
  fields,
  groups,
  helpdeskTicket,
  people,
  profiles,
  queues,
  roles,
  withAccount,
  without,
} from './example.ts'
import {
  engineerSees,
  seesAttachment,
  seesEntry,
  seesField,
  seesTicket,
  visibleEntries,
  visibleTickets,
} from './visibility.ts'
import type { Attachment, Entry, Ticket, World } from './world.ts'

const customer = as(people.customer)
const colleague = as(people.colleague)
const sees = (world: World, contact: number, ticket: Ticket = helpdeskTicket) => seesTicket(world, as(contact), ticket)
const asLead = (contact: number) => withAccount(contact, { profile: profiles.lead })

describe('V1: only with read on the queue', () => {
  it('read shows the ticket, to contact and engineer', () => {
    expect(seesTicket(example, customer, helpdeskTicket)).toBe(true)
    expect(seesTicket(example, desk, helpdeskTicket)).toBe(true)
  })
  it('without read it is hidden, whatever the other grants', () => {
    expect(seesTicket(without(roles.track, { queue: 'read' }), customer, helpdeskTicket)).toBe(false)
    expect(seesTicket(without(roles.desk, { queue: 'read' }), desk, helpdeskTicket)).toBe(false)
  })
  it('read on another queue does not help', () => {
    expect(sees(example, people.customer, { ...helpdeskTicket, queue: queues.sales })).toBe(false)
  })
  it('grants are the union over the roles', () => {
    const split = without(roles.track, { queue: 'read' })
    const both = {
      ...split,
      profiles: changed(split.profiles, profiles.basic, { roles: [roles.track, roles.company] }),
    }
    expect(sees(both, people.customer)).toBe(true)
    expect(
      sees({ ...example, profiles: changed(example.profiles, profiles.basic, { roles: [] }) }, people.customer),
    ).toBe(false)
  })
  it('unknown grants count as absent', () => {
    const misspelt = example.roles.map((role) => ({ ...role, onQueues: [{ queue: queues.helpdesk, grant: 'READ' }] }))
    expect(sees({ ...example, roles: misspelt }, people.customer)).toBe(false)
  })
})

describe('V2: in a regular queue also read on the group of the main customer', () => {
  it('the group hides the ticket without read, from contact and engineer', () => {
    expect(sees(without(roles.track, { group: 'read' }), people.customer)).toBe(false)
    expect(seesTicket(without(roles.desk, { group: 'read' }), desk, helpdeskTicket)).toBe(false)
  })
  it('the group that counts is that of the main customer, not of the one who looks', () => {
    const ticket = { ...helpdeskTicket, mainCustomer: people.patient }
    const world = { ...example, tickets: [ticket], participants: [{ ticket: ticket.id, contact: people.customer }] }
    expect(sees(world, people.customer, ticket)).toBe(false)
    const readsHealth = example.roles.map((role) => ({ ...role, onGroups: [{ group: groups.health, grant: 'read' }] }))
    expect(sees({ ...world, roles: readsHealth }, people.customer, ticket)).toBe(true)
  })
  it('without main customer only engineers see it', () => {
    const ticket = { ...helpdeskTicket, mainCustomer: null }
    const world = { ...example, tickets: [ticket], participants: [{ ticket: ticket.id, contact: people.customer }] }
    expect(sees(world, people.customer, ticket)).toBe(false)
    expect(seesTicket(world, desk, ticket)).toBe(true)
  })
  it('in an FAQ queue no customer check applies', () => {
    expect(sees(without(roles.track, { group: 'read' }), people.stranger, faqTicket)).toBe(true)
    const noFaq = example.roles.map((role) => ({ ...role, onQueues: [] }))
    expect(sees({ ...example, roles: noFaq }, people.stranger, faqTicket)).toBe(false)
  })
})

describe('V3: a contact needs a relation to a regular ticket', () => {
  it('main customer sees it, a colleague or a stranger without relation does not', () => {
    expect(sees(example, people.customer)).toBe(true)
    expect(sees(example, people.colleague)).toBe(false)
    expect(sees(example, people.stranger)).toBe(false)
  })
  it('a participant sees it, and only the ticket it takes part in', () => {
    const other = { ...helpdeskTicket, id: 3 }
    const participants = [{ ticket: helpdeskTicket.id, contact: people.stranger }]
    const world = { ...example, tickets: [helpdeskTicket, other], participants }
    expect(sees(world, people.stranger)).toBe(true)
    expect(sees(world, people.stranger, other)).toBe(false)
  })
  it('own company: with the permission the main customer of the same company is enough', () => {
    expect(sees(asLead(people.colleague), people.colleague)).toBe(true)
    expect(sees(asLead(people.stranger), people.stranger)).toBe(false)
  })
  it('companies of the same or a similar name are different companies', () => {
    for (const company of [companies.otherAc, companies.acme]) {
      const world = { ...asLead(people.colleague), contacts: changed(example.contacts, people.colleague, { company }) }
      expect(sees(world, people.colleague)).toBe(false)
    }
  })
  it('a contact without company never matches by company, not even another one without', () => {
    const ticket = { ...helpdeskTicket, mainCustomer: people.otherSingle }
    expect(sees({ ...asLead(people.single), tickets: [ticket] }, people.single, ticket)).toBe(false)
  })
})

describe('V4: company is the company of the main customer now', () => {
  const moved = { contacts: changed(example.contacts, people.customer, { company: companies.acme }) }
  it('the old company loses the ticket', () => {
    expect(sees({ ...asLead(people.colleague), ...moved }, people.colleague)).toBe(false)
  })
  it('the new company gains it', () => {
    expect(sees({ ...asLead(people.stranger), ...moved }, people.stranger)).toBe(true)
  })
})

describe('V5: text classes', () => {
  const entry = (change: Partial<Entry>): Entry => ({ ...comment, ...change })
  const withEntry = (one: Entry, attachments: Attachment[] = []): World => ({ ...example, entries: [one], attachments })

  it('a customer-visible entry is shown, an internal one only to engineers', () => {
    const internal = entry({ textClass: classes.internal })
    expect(seesEntry(example, customer, comment)).toBe(true)
    expect(seesEntry(withEntry(internal), customer, internal)).toBe(false)
    expect(seesEntry(withEntry(internal), desk, internal)).toBe(true)
    expect(visibleEntries(withEntry(internal), customer)).toEqual([])
  })
  it('an entry of an unseen ticket is unseen', () => {
    expect(seesEntry(example, colleague, comment)).toBe(false)
  })
  it('an internal attachment of a visible entry is hidden', () => {
    const file: Attachment = { id: 1, entry: comment.id, textClass: classes.internal }
    expect(seesAttachment(withEntry(comment, [file]), customer, file)).toBe(false)
    expect(seesAttachment(withEntry(comment, [file]), desk, file)).toBe(true)
  })
  it('a visible attachment of an internal entry is shown, by itself', () => {
    const internal = entry({ textClass: classes.internal })
    const file: Attachment = { id: 1, entry: internal.id, textClass: classes.open }
    expect(seesAttachment(withEntry(internal, [file]), customer, file)).toBe(true)
    expect(seesAttachment(withEntry(internal, [file]), colleague, file)).toBe(false)
  })
  it.each([
    ['none', fields.hidden, false],
    ['read', fields.shown, true],
    ['full', fields.editable, true],
    ['no field at all', null, false],
  ])('a change of a field exposed %s', (_, field, visible) => {
    const change = entry({ kind: 'change', field })
    expect(seesEntry(withEntry(change), customer, change)).toBe(visible)
    expect(seesEntry(withEntry(change), desk, change)).toBe(true)
  })
  it('a change in an internal text class is hidden although its field is exposed', () => {
    const change = entry({ kind: 'change', field: fields.editable, textClass: classes.internal })
    expect(seesEntry(withEntry(change), customer, change)).toBe(false)
  })
})

describe('V6: fields', () => {
  it.each([
    [fields.hidden, false],
    [fields.shown, true],
    [fields.editable, true],
  ])('field %i is shown to a contact by its exposure, to an engineer always, to an outsider never', (id, visible) => {
    const field = example.fields.find((one) => one.id === id) ?? expect.fail()
    expect(seesField(example, customer, helpdeskTicket, field)).toBe(visible)
    expect(seesField(example, desk, helpdeskTicket, field)).toBe(true)
    expect(seesField(example, colleague, helpdeskTicket, field)).toBe(false)
  })
})

describe('V8: a list is what can be got one by one', () => {
  it('holds the visible and nothing of the rest', () => {
    expect(visibleTickets(example, customer)).toEqual([helpdeskTicket, faqTicket])
    expect(visibleTickets(example, colleague)).toEqual([faqTicket])
    expect(visibleTickets(example, { kind: 'anonymous' })).toEqual([])
  })
})

describe('engineers: contact and company data by customer-group grants', () => {
  const [ac] = example.companies
  const patient = example.contacts.find((one) => one.id === people.patient)
  if (!ac || !patient) throw new Error('the example lost its people')
  it('read on the group shows its companies and contacts, and those of no other', () => {
    expect(engineerSees(example, desk, ac)).toBe(true)
    expect(engineerSees(example, desk, patient)).toBe(false)
    expect(engineerSees(without(roles.desk, { group: 'read' }), desk, ac)).toBe(false)
    expect(engineerSees(example, customer, ac)).toBe(false)
  })
})
