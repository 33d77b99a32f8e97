import type { Account, Contact, Entry, Id, Role, Share, Ticket, Viewer, World } from './world.ts'

/** A world small enough to know by heart: each sentence of access.md is tried on a variation of it. */
export const queues = { helpdesk: 1, sales: 2, faq: 3 } as const
export const groups = { industry: 1, health: 2 } as const
export const companies = { ac: 1, acme: 2, otherAc: 3 } as const
export const people = { customer: 1, colleague: 2, stranger: 3, single: 4, otherSingle: 5, patient: 6 } as const
export const roles = { track: 1, company: 2, desk: 3 } as const
export const profiles = { basic: 1, lead: 2 } as const
export const statuses = { open: 1, closed: 2 } as const
export const classes = { open: 1, internal: 2 } as const
export const fields = { hidden: 1, shown: 2, editable: 3 } as const
export const activities = { confirm: 1, escalate: 2 } as const
export const engineer = 1

const everyGrant = ['read', 'write', 'append', 'create', 'execute']

function role(id: Id, onGroups: Role['onGroups'], rights: Partial<Role> = {}): Role {
  const onQueues = [
    ...everyGrant.map((grant) => ({ queue: queues.helpdesk, grant })),
    { queue: queues.faq, grant: 'read' },
  ]
  return { id, onQueues, onGroups, ownCompany: false, globals: [], ...rights }
}

function contact(id: Id, company: Id | null, group: Id = groups.industry): Contact {
  return { id, group, company, active: true }
}

function account(contact: Id, profile: Id | null = profiles.basic): Account {
  return { contact, profile, disabled: false, locked: false }
}

export const helpdeskTicket: Ticket = {
  id: 1,
  queue: queues.helpdesk,
  status: statuses.open,
  mainCustomer: people.customer,
}
export const faqTicket: Ticket = { id: 2, queue: queues.faq, status: statuses.open, mainCustomer: null }

export const comment: Entry = {
  id: 1,
  ticket: helpdeskTicket.id,
  kind: 'comment',
  textClass: classes.open,
  field: null,
}

export const example: World = {
  now: 1_000_000,
  roles: [
    role(roles.track, [{ group: groups.industry, grant: 'read' }]),
    role(roles.company, [{ group: groups.industry, grant: 'read' }], { ownCompany: true }),
    role(roles.desk, [
      { group: groups.industry, grant: 'read' },
      { group: groups.industry, grant: 'modify accounts' },
    ]),
  ],
  engineers: [{ id: engineer, active: true, roles: [roles.desk] }],
  profiles: [
    { id: profiles.basic, roles: [roles.track] },
    { id: profiles.lead, roles: [roles.company] },
  ],
  groups: [
    { id: groups.industry, portal: true },
    { id: groups.health, portal: true },
  ],
  companies: [
    { id: companies.ac, group: groups.industry, name: 'AC' },
    { id: companies.acme, group: groups.industry, name: 'ACME' },
    { id: companies.otherAc, group: groups.industry, name: 'AC' },
  ],
  contacts: [
    contact(people.customer, companies.ac),
    contact(people.colleague, companies.ac),
    contact(people.stranger, companies.acme),
    contact(people.single, null),
    contact(people.otherSingle, null),
    contact(people.patient, null, groups.health),
  ],
  accounts: Object.values(people).map((id) => account(id)),
  sessions: [],
  tokens: [],
  viewings: [],
  queues: [
    { id: queues.helpdesk, kind: 'regular' },
    { id: queues.sales, kind: 'regular' },
    { id: queues.faq, kind: 'faq' },
  ],
  statuses: [
    { id: statuses.open, queue: queues.helpdesk, acceptsComments: true },
    { id: statuses.closed, queue: queues.helpdesk, acceptsComments: false },
  ],
  fields: [
    { id: fields.hidden, queue: queues.helpdesk, exposure: 'none' },
    { id: fields.shown, queue: queues.helpdesk, exposure: 'read' },
    { id: fields.editable, queue: queues.helpdesk, exposure: 'full' },
  ],
  activities: [
    { id: activities.confirm, queue: queues.helpdesk, forCustomers: true, from: [statuses.open] },
    { id: activities.escalate, queue: queues.helpdesk, forCustomers: false, from: [statuses.open] },
  ],
  textClasses: [
    { id: classes.open, customerVisible: true },
    { id: classes.internal, customerVisible: false },
  ],
  tickets: [helpdeskTicket, faqTicket],
  participants: [],
  shares: [],
  entries: [comment],
  attachments: [],
  fieldValues: Object.values(fields).map((field) => ({ ticket: helpdeskTicket.id, field })),
}

export const as = (contact: Id): Viewer => ({ kind: 'contact', contact, session: null })
export const desk: Viewer = { kind: 'engineer', engineer, session: null }

/** The helpdesk ticket shared by its main customer with somebody of another company, without end. */
export function shareWith(contact: Id, terms: Partial<Share> = {}): Share {
  return { id: 1, ticket: helpdeskTicket.id, contact, sharer: people.customer, readOnly: false, endsAt: null, ...terms }
}

/** The same list with the one of this id changed. */
export function changed<T extends { readonly id: Id }>(list: readonly T[], id: Id, change: Partial<T>): T[] {
  return list.map((one) => (one.id === id ? { ...one, ...change } : one))
}

export function withAccount(contact: Id, change: Partial<Account>): World {
  const accounts = example.accounts.map((one) => (one.contact === contact ? { ...one, ...change } : one))
  return { ...example, accounts }
}

/** The example with a role that lacks the grant on the helpdesk, or on the industry group. */
export function without(role: Id, grant: { queue: string } | { group: string }): World {
  const change = (one: Role): Partial<Role> =>
    'queue' in grant
      ? { onQueues: one.onQueues.filter((given) => given.queue !== queues.helpdesk || given.grant !== grant.queue) }
      : { onGroups: one.onGroups.filter((given) => given.group !== groups.industry || given.grant !== grant.group) }
  return { ...example, roles: example.roles.map((one) => (one.id === role ? { ...one, ...change(one) } : one)) }
}
