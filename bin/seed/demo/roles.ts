import type { GroupKey } from './groups.ts'
import type { QueueKey } from './queues/index.ts'

type QueueGrant = 'read' | 'write' | 'append' | 'create' | 'execute'
type GroupGrant = 'read' | 'write' | 'modifyAccounts' | 'delete'

type Role = {
  name: string
  description: string
  queues?: Partial<Record<QueueKey, readonly QueueGrant[]>>
  groups?: Partial<Record<GroupKey, readonly GroupGrant[]>>
  ownCompany?: boolean
  administer?: boolean
  manageNews?: boolean
  manageFaq?: boolean
}

const comment = ['read', 'write', 'append'] as const
const start = ['create', 'execute'] as const
const everything = [...comment, ...start] as const
const keep = ['read', 'write', 'modifyAccounts'] as const
const faqs = { FAQ: ['read'], FAQ_Members: ['read'], FAQ_Citizens: ['read'] } as const

export const demoRoles = [
  {
    name: 'TrackAll',
    description: 'See and answer tickets of both technical queues, for customers of all three groups',
    queues: { Helpdesk_2nd_Level: comment, ServiceDesk: comment },
    groups: { hartmann: ['read'], havelia: ['read'], lindenau: ['read'] },
  },
  {
    name: 'TrackSelfService',
    description: 'Create tickets in the technical queues and execute the activities that are open to customers',
    queues: { Helpdesk_2nd_Level: start, ServiceDesk: start },
  },
  { name: 'TrackOwnCompany', description: 'See what colleagues of the same company asked', ownCompany: true },
  { name: 'TrackSales', description: 'Ask for quotations and order spare parts', queues: { Sales: everything } },
  { name: 'TrackFaq', description: 'Read the questions and answers on products', queues: { FAQ: ['read'] } },
  {
    name: 'TrackMembers',
    description: 'Write to the health insurer and read its questions and answers',
    queues: { Members: everything, FAQ_Members: ['read'] },
    groups: { havelia: ['read'] },
  },
  {
    name: 'TrackResidents',
    description: 'Write to the city and read its questions and answers',
    queues: { Citizens: everything, FAQ_Citizens: ['read'] },
    groups: { lindenau: ['read'] },
  },
  {
    name: 'IndustryEngineer',
    description: 'Work the technical queues and keep the customers of Hartmann',
    queues: { Helpdesk_2nd_Level: everything, ServiceDesk: everything, Sales: ['read', 'append'], ...faqs },
    groups: { hartmann: keep, internal: ['read'] },
  },
  {
    name: 'SalesEngineer',
    description: 'Work the sales queue',
    queues: { Sales: everything, ServiceDesk: ['read'], FAQ: ['read'] },
    groups: { hartmann: keep },
  },
  {
    name: 'MemberAdviser',
    description: 'Work the requests of members and partners',
    queues: { Members: everything, FAQ_Members: ['read'] },
    groups: { havelia: keep },
  },
  {
    name: 'CityClerk',
    description: 'Work the requests of residents and clubs',
    queues: { Citizens: everything, FAQ_Citizens: ['read'] },
    groups: { lindenau: keep },
  },
  {
    name: 'FaqEditor',
    description: 'Write and publish questions and answers',
    queues: { FAQ: everything, FAQ_Members: everything, FAQ_Citizens: everything },
    manageFaq: true,
  },
  {
    name: 'Administrator',
    description: 'Set up the whole system in the Admin Tool',
    groups: {
      hartmann: [...keep, 'delete'],
      havelia: [...keep, 'delete'],
      lindenau: [...keep, 'delete'],
      internal: [...keep, 'delete'],
    },
    administer: true,
    manageNews: true,
    manageFaq: true,
  },
] as const satisfies Role[]

export type RoleName = (typeof demoRoles)[number]['name']

/** As a plain list: the names above are literal only to type the engineers' and profiles' roles. */
export const rolesToGrant: readonly Role[] = demoRoles
