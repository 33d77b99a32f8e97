import { describe, expect, it } from 'vitest'
import {
  editsField,
  mayAddParticipant,
  mayAdminister,
  mayComment,
  mayCreate,
  mayExecute,
  mayShare,
  modifiesAccount,
} from './actions.ts'
import {
  activities,
  as,
  changed,
  companies,
  desk,
  engineer,
  example,
  faqTicket,
  fields,
  helpdeskTicket,
  people,
  profiles,
  queues,
  roles,
  shareWith,
  statuses,
  withAccount,
  without,
} from './example.ts'
import type { Contact, Scope, Token, Viewer, World } from './world.ts'

const customer = as(people.customer)
const colleague = as(people.colleague)
const lead = withAccount(people.colleague, { profile: profiles.lead })
const named = <T extends { id: number }>(list: readonly T[], id: number): T =>
  list.find((one) => one.id === id) ?? expect.fail()
const person = (id: number): Contact => named(example.contacts, id)
const helpdesk = named(example.queues, queues.helpdesk)
const closed = { ...helpdeskTicket, status: statuses.closed }
const readOnly: World = { ...example, shares: [shareWith(people.colleague, { readOnly: true })] }
const writable: World = { ...example, shares: [shareWith(people.colleague)] }
const seenAs: Viewer = { kind: 'viewing-as', engineer, contact: people.customer, session: null }

/** The customer's token with the given scopes, and the world it is in. */
function byToken(...scopes: Scope[]): [World, Viewer] {
  const owner = { kind: 'contact', id: people.customer } as const
  const token: Token = { id: 1, owner, revoked: false, endsAt: example.now + 1, scopes }
  return [
    { ...example, tokens: [token] },
    { kind: 'token', token: 1 },
  ]
}

describe('comment, attach', () => {
  it('needs append or write on the queue', () => {
    expect(mayComment(without(roles.track, { queue: 'append' }), customer, helpdeskTicket)).toBe(true)
    expect(mayComment(without(roles.track, { queue: 'write' }), customer, helpdeskTicket)).toBe(true)
    const neither = example.roles.map((role) => ({ ...role, onQueues: [{ queue: queues.helpdesk, grant: 'read' }] }))
    expect(mayComment({ ...example, roles: neither }, customer, helpdeskTicket)).toBe(false)
  })
  it('needs V1-V3: append without read, or without relation, is not enough', () => {
    expect(mayComment(without(roles.track, { queue: 'read' }), customer, helpdeskTicket)).toBe(false)
    expect(mayComment(without(roles.track, { group: 'read' }), customer, helpdeskTicket)).toBe(false)
    expect(mayComment(example, colleague, helpdeskTicket)).toBe(false)
  })
  it('needs a status that accepts comments', () => {
    expect(mayComment({ ...example, tickets: [closed] }, customer, closed)).toBe(false)
  })
  it('is refused by a read-only share, allowed by another share or relation beside it', () => {
    expect(mayComment(readOnly, colleague, helpdeskTicket)).toBe(false)
    expect(mayComment(writable, colleague, helpdeskTicket)).toBe(true)
    const participants = [{ ticket: helpdeskTicket.id, contact: people.colleague }]
    expect(mayComment({ ...readOnly, participants }, colleague, helpdeskTicket)).toBe(true)
    const second = shareWith(people.colleague, { id: 2 })
    expect(mayComment({ ...example, shares: [...readOnly.shares, second] }, colleague, helpdeskTicket)).toBe(true)
    const ended = { ...second, endsAt: example.now - 1 }
    expect(mayComment({ ...example, shares: [...readOnly.shares, ended] }, colleague, helpdeskTicket)).toBe(false)
  })
  it('is for engineers without V3', () => {
    expect(mayComment(example, desk, helpdeskTicket)).toBe(true)
    expect(mayComment(without(roles.desk, { group: 'read' }), desk, helpdeskTicket)).toBe(false)
  })
})

describe('manage FAQ', () => {
  const keeper = (globals: string[], of: Viewer = desk) => {
    const roles = example.roles.map((role) => ({ ...role, globals }))
    return mayComment({ ...example, roles }, of, faqTicket)
  }
  it('is append, write, create and execute where an engineer reads articles', () => {
    expect(keeper([])).toBe(false)
    expect(keeper(['manage FAQ'])).toBe(true)
    const roles = changed(example.roles, 3, { globals: ['manage FAQ'], onQueues: [] })
    expect(mayComment({ ...example, roles }, desk, faqTicket)).toBe(false)
  })
  it('does nothing for customers', () => {
    expect(keeper(['manage FAQ'], customer)).toBe(false)
  })
})

describe('create', () => {
  it('needs create on the queue and read on the own group', () => {
    expect(mayCreate(example, customer, helpdesk, person(people.customer))).toBe(true)
    expect(mayCreate(without(roles.track, { queue: 'create' }), customer, helpdesk, person(people.customer))).toBe(
      false,
    )
    expect(mayCreate(without(roles.track, { group: 'read' }), customer, helpdesk, person(people.customer))).toBe(false)
    expect(mayCreate(example, as(people.patient), helpdesk, person(people.patient))).toBe(false)
  })
  it('always has the contact itself as main customer', () => {
    expect(mayCreate(example, customer, helpdesk, person(people.colleague))).toBe(false)
    expect(mayCreate(example, customer, helpdesk, null)).toBe(false)
  })
  it('lets an engineer name a customer of a group it may read, or nobody', () => {
    expect(mayCreate(example, desk, helpdesk, person(people.customer))).toBe(true)
    expect(mayCreate(example, desk, helpdesk, null)).toBe(true)
    expect(mayCreate(example, desk, helpdesk, person(people.patient))).toBe(false)
  })
})

describe('edit fields', () => {
  const edits = (world: World, viewer: Viewer, field: number) =>
    editsField(world, viewer, helpdeskTicket, named(example.fields, field))
  it('needs exposure full', () => {
    expect(edits(example, customer, fields.editable)).toBe(true)
    expect(edits(example, customer, fields.shown)).toBe(false)
    expect(edits(example, customer, fields.hidden)).toBe(false)
    expect(edits(example, desk, fields.hidden)).toBe(true)
  })
  it('needs write on the queue, append is not enough', () => {
    expect(edits(without(roles.track, { queue: 'write' }), customer, fields.editable)).toBe(false)
    expect(edits(without(roles.desk, { queue: 'write' }), desk, fields.editable)).toBe(false)
  })
  it('is refused where the ticket is not seen, or by a read-only share', () => {
    expect(edits(example, colleague, fields.editable)).toBe(false)
    expect(edits(readOnly, colleague, fields.editable)).toBe(false)
    expect(edits(writable, colleague, fields.editable)).toBe(true)
  })
  it('is for the fields of the queue only', () => {
    const foreign = { id: 9, queue: queues.sales, exposure: 'full' } as const
    expect(editsField(example, customer, helpdeskTicket, foreign)).toBe(false)
  })
})

describe('execute activity', () => {
  const executes = (world: World, viewer: Viewer, activity: number, ticket = helpdeskTicket) =>
    mayExecute(world, viewer, ticket, named(example.activities, activity))
  it('needs execute on the queue', () => {
    expect(executes(example, customer, activities.confirm)).toBe(true)
    expect(executes(without(roles.track, { queue: 'execute' }), customer, activities.confirm)).toBe(false)
  })
  it('needs an activity marked for customers, unless one is an engineer', () => {
    expect(executes(example, customer, activities.escalate)).toBe(false)
    expect(executes(example, desk, activities.escalate)).toBe(true)
  })
  it('needs a matching status', () => {
    expect(executes({ ...example, tickets: [closed] }, customer, activities.confirm, closed)).toBe(false)
    expect(executes({ ...example, tickets: [closed] }, desk, activities.confirm, closed)).toBe(false)
  })
  it('is refused where the ticket is not seen, or by a read-only share', () => {
    expect(executes(example, colleague, activities.confirm)).toBe(false)
    expect(executes(readOnly, colleague, activities.confirm)).toBe(false)
  })
})

describe('add a participant, share', () => {
  it('is for the main customer and for an own-company viewer', () => {
    for (const may of [mayShare, mayAddParticipant]) {
      expect(may(example, customer, helpdeskTicket, person(people.colleague))).toBe(true)
      expect(may(lead, colleague, helpdeskTicket, person(people.customer))).toBe(true)
      expect(may(example, colleague, helpdeskTicket, person(people.customer))).toBe(false)
    }
  })
  it('is not for one who sees it as a participant or by a share only', () => {
    const participants = [{ ticket: helpdeskTicket.id, contact: people.colleague }]
    expect(mayShare({ ...example, participants }, colleague, helpdeskTicket, person(people.customer))).toBe(false)
    expect(mayShare(writable, colleague, helpdeskTicket, person(people.customer))).toBe(false)
  })
  it('is with another contact of the same company', () => {
    expect(mayShare(example, customer, helpdeskTicket, person(people.stranger))).toBe(false)
    expect(mayShare(example, customer, helpdeskTicket, person(people.customer))).toBe(false)
    const namesake = { ...person(people.stranger), company: companies.otherAc }
    expect(mayShare(example, customer, helpdeskTicket, namesake)).toBe(false)
  })
  it('never joins two contacts without company', () => {
    const ticket = { ...helpdeskTicket, mainCustomer: people.single }
    expect(mayShare({ ...example, tickets: [ticket] }, as(people.single), ticket, person(people.otherSingle))).toBe(
      false,
    )
  })
  it('ends with sight of the ticket', () => {
    expect(mayShare(without(roles.track, { queue: 'read' }), customer, helpdeskTicket, person(people.colleague))).toBe(
      false,
    )
  })
})

describe('viewing-as may change nothing', () => {
  it('where the contact itself may', () => {
    expect(mayComment(example, seenAs, helpdeskTicket)).toBe(false)
    expect(mayCreate(example, seenAs, helpdesk, person(people.customer))).toBe(false)
    expect(editsField(example, seenAs, helpdeskTicket, named(example.fields, fields.editable))).toBe(false)
    expect(mayExecute(example, seenAs, helpdeskTicket, named(example.activities, activities.confirm))).toBe(false)
    expect(mayShare(example, seenAs, helpdeskTicket, person(people.colleague))).toBe(false)
  })
})

describe('a token may do what its scopes and its owner may', () => {
  it('comments with the scope only, and reads for it', () => {
    expect(mayComment(...byToken('read', 'comment'), helpdeskTicket)).toBe(true)
    expect(mayComment(...byToken('read'), helpdeskTicket)).toBe(false)
    expect(mayComment(...byToken('comment'), helpdeskTicket)).toBe(false)
  })
})

describe('engineers', () => {
  it('change portal accounts by modify accounts on the group', () => {
    expect(modifiesAccount(example, desk, person(people.customer))).toBe(true)
    expect(modifiesAccount(example, desk, person(people.patient))).toBe(false)
    expect(modifiesAccount(without(roles.desk, { group: 'modify accounts' }), desk, person(people.customer))).toBe(
      false,
    )
    expect(modifiesAccount(example, customer, person(people.customer))).toBe(false)
  })
  it('enter /admin only with administer, which alone shows no ticket and which no profile can lend', () => {
    expect(mayAdminister(example, desk)).toBe(false)
    const administering = { ...example, roles: example.roles.map((role) => ({ ...role, globals: ['administer'] })) }
    expect(mayAdminister(administering, desk)).toBe(true)
    expect(mayAdminister(administering, customer)).toBe(false)
    expect(
      mayComment(
        { ...administering, roles: changed(administering.roles, roles.desk, { onQueues: [] }) },
        desk,
        helpdeskTicket,
      ),
    ).toBe(false)
  })
})
