import type { Account, Contact, Entry, Role, Session, World } from '../oracle/world.ts'

const now = 1_000_000
export const groups = { industry: 1, health: 2, closed: 3 } as const
const companies = { ac: 1, acme: 2, otherAc: 3, shut: 4 } as const
export const queues = { helpdesk: 1, internal: 2, faq: 3, letterbox: 4 } as const
const statuses = { open: 1, done: 2, internal: 3, published: 4, dropped: 5 } as const
const classes = { open: 1, internal: 2 } as const
export const roles = {
  basic: 1,
  lead: 2,
  reader: 3,
  desk: 4,
  blindToQueue: 5,
  blindToGroup: 6,
  administrator: 7,
  newsEditor: 8,
  keeper: 9,
  nobodys: 10,
} as const
export const profiles = { basic: 1, lead: 2, reader: 3 } as const

/** Customers of every kind; the number is the contact's, and that of its living session. */
export const people = {
  customer: 1,
  colleague: 2,
  lead: 3,
  stranger: 4,
  participant: 5,
  sharee: 6,
  onlyReader: 7,
  formerSharee: 8,
  noProfile: 9,
  disabled: 10,
  portalOff: 11,
  locked: 12,
  deactivated: 13,
  noAccount: 14,
  patient: 15,
  otherLead: 16,
  mute: 17,
} as const
export const engineers = {
  desk: 1,
  blindToQueue: 2,
  blindToGroup: 3,
  inactive: 4,
  administrator: 5,
  newsEditor: 6,
  keeper: 7,
} as const
/** Sessions beside the living ones: engineers' are numbered 20 and up. */
export const sessions = {
  revoked: 31,
  expired: 32,
  engineerRevoked: 33,
  second: 34,
  viewing: 35,
  viewingBlind: 36,
  viewingOver: 37,
  engineerSecond: 38,
} as const
export const sessionOfEngineer = (id: number) => 20 + id

/** Tickets by how the customer stands to them; `unknown` is the number of none. */
export const tickets = {
  own: 1,
  colleagues: 2,
  strangers: 3,
  faq: 4,
  internal: 5,
  nobodys: 6,
  closed: 7,
  patients: 8,
  unknown: 99,
} as const

const all = ['read', 'write', 'append', 'create', 'execute']
const on = (queue: number, grants: string[]) => grants.map((grant) => ({ queue, grant }))
const forCustomers = [...on(queues.helpdesk, all), ...on(queues.faq, ['read']), ...on(queues.letterbox, ['create'])]
const industry = [{ group: groups.industry, grant: 'read' }]
const keeps = ['read', 'write', 'modify accounts', 'delete'].map((grant) => ({ group: groups.industry, grant }))

function role(id: number, onQueues: Role['onQueues'], rights: Partial<Role> = {}): Role {
  return { id, onQueues, onGroups: industry, ownCompany: false, globals: [], ...rights }
}

const places: Record<keyof typeof people, readonly [company: number | null, group: number]> = {
  customer: [companies.ac, groups.industry],
  colleague: [companies.ac, groups.industry],
  lead: [companies.ac, groups.industry],
  stranger: [companies.acme, groups.industry],
  participant: [companies.acme, groups.industry],
  sharee: [companies.acme, groups.industry],
  onlyReader: [companies.acme, groups.industry],
  formerSharee: [companies.acme, groups.industry],
  noProfile: [companies.ac, groups.industry],
  disabled: [companies.ac, groups.industry],
  portalOff: [companies.shut, groups.closed],
  locked: [companies.ac, groups.industry],
  deactivated: [companies.ac, groups.industry],
  noAccount: [companies.ac, groups.industry],
  patient: [companies.otherAc, groups.health],
  otherLead: [companies.acme, groups.industry],
  mute: [companies.acme, groups.industry],
}

const contacts = Object.entries(people).map(([name, id]): Contact => {
  const [company, group] = places[name as keyof typeof people]
  return { id, company, group, active: id !== people.deactivated }
})

const profileOf: Partial<Record<number, number | null>> = {
  [people.lead]: profiles.lead,
  [people.otherLead]: profiles.lead,
  [people.noProfile]: null,
  [people.mute]: profiles.reader,
}

const accounts = contacts
  .filter(({ id }) => id !== people.noAccount)
  .map(({ id }): Account => {
    const profile = profileOf[id]
    return {
      contact: id,
      profile: profile === undefined ? profiles.basic : profile,
      disabled: id === people.disabled,
      locked: id === people.locked,
    }
  })

const living = { revoked: false, endsAt: now + 60_000 }
const customer = { kind: 'contact', id: people.customer } as const

const allSessions: Session[] = [
  ...contacts.map(({ id }) => ({ id, owner: { kind: 'contact', id } as const, ...living })),
  ...Object.values(engineers).map((id) => ({
    id: sessionOfEngineer(id),
    owner: { kind: 'engineer', id } as const,
    ...living,
  })),
  { id: sessions.revoked, owner: customer, ...living, revoked: true },
  { id: sessions.expired, owner: customer, ...living, endsAt: now - 1 },
  { id: sessions.engineerRevoked, owner: { kind: 'engineer', id: engineers.desk }, ...living, revoked: true },
  { id: sessions.second, owner: customer, ...living },
  { id: sessions.engineerSecond, owner: { kind: 'engineer', id: engineers.desk }, ...living },
  ...[sessions.viewing, sessions.viewingBlind, sessions.viewingOver].map((id) => ({
    id,
    owner: { kind: 'engineer', id: engineers.keeper } as const,
    ...living,
  })),
]

const allTickets = [
  { id: tickets.own, queue: queues.helpdesk, status: statuses.open, mainCustomer: people.customer },
  { id: tickets.colleagues, queue: queues.helpdesk, status: statuses.open, mainCustomer: people.colleague },
  { id: tickets.strangers, queue: queues.helpdesk, status: statuses.open, mainCustomer: people.stranger },
  { id: tickets.faq, queue: queues.faq, status: statuses.published, mainCustomer: null },
  { id: tickets.internal, queue: queues.internal, status: statuses.internal, mainCustomer: people.customer },
  { id: tickets.nobodys, queue: queues.helpdesk, status: statuses.open, mainCustomer: null },
  { id: tickets.closed, queue: queues.helpdesk, status: statuses.done, mainCustomer: people.customer },
  { id: tickets.patients, queue: queues.helpdesk, status: statuses.open, mainCustomer: people.patient },
]

const exposures = ['none', 'read', 'full'] as const
const fields = Object.values(queues).flatMap((queue) =>
  exposures.map((exposure, at) => ({ id: (queue - 1) * 3 + at + 1, queue, exposure })),
)

const comments = allTickets.flatMap(({ id }): Entry[] => [
  { id: id * 10, ticket: id, kind: 'comment', textClass: classes.open, field: null },
  { id: id * 10 + 1, ticket: id, kind: 'comment', textClass: classes.internal, field: null },
])
const changes = fields
  .filter(({ queue }) => queue === queues.helpdesk)
  .map(
    (field): Entry => ({
      id: 2 + field.id,
      ticket: tickets.own,
      kind: 'change',
      textClass: classes.open,
      field: field.id,
    }),
  )

/** On either entry of a ticket a file of either class: V5 asks each by itself. */
const attachments = comments.flatMap(({ id: entry }) =>
  Object.values(classes).map((textClass) => ({ id: entry * 10 + textClass, entry, textClass })),
)

/** A small place by hand in which every relation of access.md has somebody. */
export const town: World = {
  now,
  roles: [
    role(roles.basic, forCustomers),
    role(roles.lead, forCustomers, { ownCompany: true }),
    role(roles.reader, on(queues.helpdesk, ['read'])),
    role(roles.desk, [...on(queues.helpdesk, all), ...on(queues.internal, all), ...on(queues.faq, ['read'])]),
    role(roles.blindToQueue, on(queues.helpdesk, ['write', 'append', 'create', 'execute'])),
    role(roles.blindToGroup, [...on(queues.helpdesk, all), ...on(queues.internal, all)], { onGroups: [] }),
    role(roles.administrator, [], { onGroups: [], globals: ['administer'] }),
    role(roles.newsEditor, [], { onGroups: [], globals: ['manage news'] }),
    role(roles.keeper, on(queues.helpdesk, ['read']), { onGroups: keeps }),
    role(roles.nobodys, on(queues.internal, all)),
  ],
  engineers: [
    { id: engineers.desk, active: true, roles: [roles.desk] },
    { id: engineers.blindToQueue, active: true, roles: [roles.blindToQueue] },
    { id: engineers.blindToGroup, active: true, roles: [roles.blindToGroup] },
    { id: engineers.inactive, active: false, roles: [roles.desk] },
    { id: engineers.administrator, active: true, roles: [roles.administrator] },
    { id: engineers.newsEditor, active: true, roles: [roles.newsEditor] },
    { id: engineers.keeper, active: true, roles: [roles.keeper] },
  ],
  profiles: [
    { id: profiles.basic, roles: [roles.basic] },
    { id: profiles.lead, roles: [roles.lead] },
    { id: profiles.reader, roles: [roles.reader] },
  ],
  groups: Object.values(groups).map((id) => ({ id, portal: id !== groups.closed })),
  companies: [
    { id: companies.ac, group: groups.industry, name: 'AC' },
    { id: companies.acme, group: groups.industry, name: 'ACME' },
    { id: companies.otherAc, group: groups.health, name: 'AC' },
    { id: companies.shut, group: groups.closed, name: 'Shut' },
  ],
  contacts,
  accounts,
  sessions: allSessions,
  tokens: [],
  viewings: [
    { id: 1, session: sessions.viewing, contact: people.customer, endsAt: now + 60_000 },
    { id: 2, session: sessions.viewingBlind, contact: people.patient, endsAt: now + 60_000 },
    { id: 3, session: sessions.viewingOver, contact: people.customer, endsAt: now - 1 },
  ],
  queues: Object.values(queues).map((id) => ({ id, kind: id === queues.faq ? 'faq' : 'regular' })),
  statuses: [
    { id: statuses.open, queue: queues.helpdesk, acceptsComments: true },
    { id: statuses.done, queue: queues.helpdesk, acceptsComments: false },
    { id: statuses.internal, queue: queues.internal, acceptsComments: true },
    { id: statuses.published, queue: queues.faq, acceptsComments: true },
    { id: statuses.dropped, queue: queues.letterbox, acceptsComments: true },
  ],
  fields,
  activities: [
    { id: 1, queue: queues.helpdesk, forCustomers: true, from: [statuses.open] },
    { id: 2, queue: queues.helpdesk, forCustomers: false, from: [statuses.open] },
    { id: 3, queue: queues.internal, forCustomers: true, from: [statuses.internal] },
  ],
  textClasses: [
    { id: classes.open, customerVisible: true },
    { id: classes.internal, customerVisible: false },
  ],
  tickets: allTickets,
  participants: [people.participant, people.mute].map((contact) => ({ ticket: tickets.own, contact })),
  shares: [
    { id: 1, ticket: tickets.own, contact: people.sharee, sharer: people.customer, readOnly: false, endsAt: null },
    {
      id: 2,
      ticket: tickets.own,
      contact: people.onlyReader,
      sharer: people.customer,
      readOnly: true,
      endsAt: now + 60_000,
    },
    {
      id: 3,
      ticket: tickets.own,
      contact: people.formerSharee,
      sharer: people.customer,
      readOnly: false,
      endsAt: now - 1,
    },
  ],
  entries: [...comments, ...changes],
  attachments,
  fieldValues: allTickets.flatMap(({ id, queue }) =>
    fields.filter((field) => field.queue === queue).map((field) => ({ ticket: id, field: field.id })),
  ),
}
