import { canary } from '#e2e/access/database/rows.ts'
import { mayCreate } from '#e2e/access/oracle/actions.ts'
import { ownCompany } from '#e2e/access/oracle/grants.ts'
import { contactPrincipal } from '#e2e/access/oracle/standing.ts'
import { visibleTickets } from '#e2e/access/oracle/visibility.ts'
import { byId, type Contact, type Ticket } from '#e2e/access/oracle/world.ts'
import { asSeen, type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { inkOf, numbers, ticketAt } from './tickets.ts'

const page = (place: Place, path: string, expected: () => Expected) => pageFor('contact', place, path, expected)
const missing: Expected = { kind: 'missing' }

const rows: readonly Row[] = [
  {
    target: 'GET /',
    cases: (place) => [page(place, '/', () => subjects(mine(place)))],
  },
  { target: 'GET /tickets', cases: lists },
  {
    target: 'GET /tickets/[number]',
    cases: (place) =>
      numbers(place.world).map((number) =>
        page(place, `/tickets/${number}`, () => {
          const ticket = ticketAt(place, number)
          return ticket ? inkOf(place, ticket) : missing
        }),
      ),
  },
  {
    target: 'GET /tickets/new',
    cases: (place) => [
      page(place, '/tickets/new', () => {
        const offered = place.world.queues.filter((queue) => queue.kind === 'regular' && creates(place, queue.id))
        return { kind: 'shown', shows: { kinds: ['queuelead'], all: offered.map(({ id }) => canary('queuelead', id)) } }
      }),
    ],
  },
  {
    target: 'GET /tickets/new/[queue]',
    cases: (place) =>
      [...place.world.queues.map(({ id }) => id), 99].map((id) =>
        page(place, `/tickets/new/q${id}`, () => (creates(place, id) ? { kind: 'shown' } : missing)),
      ),
  },
  ...['/account', '/account/password'].map((path) => ({
    target: `GET ${path}`,
    cases: (place: Place) => [page(place, path, () => own(place))],
  })),
]

export const portalRows = rows.map((row): Row => ({ ...row, cases: (place) => row.cases(asSeen(place)) }))

/** "main customer is always the contact itself". */
export function creates(place: Place, id: number): boolean {
  const queue = byId(place.world.queues, id)
  const contact = self(place)
  return queue !== undefined && contact !== undefined && mayCreate(place.world, place.viewer, queue, contact)
}

function lists(place: Place): Case[] {
  const company = () => (wide(place) ? companys(place) : mine(place))
  const open = ({ status }: Ticket) => status % 2 === 1
  const list = (query: string, all: () => Ticket[]) => page(place, `/tickets?${query}`, () => subjects(all()))
  return [
    list('', () => mine(place).filter(open)),
    list('status=closed', () => mine(place).filter((one) => !open(one))),
    list('status=all&sort=number', () => mine(place)),
    list('status=all&scope=company', company),
    list('status=open&scope=company', () => company().filter(open)),
    list('status=all&scope=company&queue=q1', () => filtered(place, company(), 1)),
    list('status=all&queue=q2', () => filtered(place, mine(place), 2)),
  ]
}

/** A queue that one may not read is as unknown as one that is not there: the filter is left out. */
function filtered(place: Place, list: Ticket[], queue: number): Ticket[] {
  const contact = self(place)
  const principal = contact && contactPrincipal(place.world, contact.id)
  const readable = principal && readsQueue(place, queue)
  return readable ? list.filter((one) => one.queue === queue) : list
}

function readsQueue({ world, viewer }: Place, queue: number): boolean {
  const account = viewer.kind === 'contact' ? world.accounts.find((one) => one.contact === viewer.contact) : undefined
  const roles = byId(world.profiles, account?.profile ?? null)?.roles ?? []
  return roles.some((id) => byId(world.roles, id)?.onQueues.some((one) => one.queue === queue && one.grant === 'read'))
}

function mine({ world, viewer }: Place): Ticket[] {
  const id = viewer.kind === 'contact' ? viewer.contact : 0
  const invited = [...world.participants, ...world.shares].filter(({ contact }) => contact === id)
  return visibleTickets(world, viewer).filter(
    (one) => one.mainCustomer === id || invited.some(({ ticket }) => ticket === one.id),
  )
}

function companys({ world, viewer }: Place): Ticket[] {
  const company = self({ world, viewer })?.company
  return visibleTickets(world, viewer).filter(
    ({ mainCustomer }) => byId(world.contacts, mainCustomer)?.company === company,
  )
}

function wide(place: Place): boolean {
  const contact = self(place)
  const principal = contact && contactPrincipal(place.world, contact.id)
  return Boolean(principal && contact.company !== null && ownCompany(place.world, principal))
}

function self({ world, viewer }: Place): Contact | undefined {
  return viewer.kind === 'contact' ? byId(world.contacts, viewer.contact) : undefined
}

function subjects(list: Ticket[]): Expected {
  return { kind: 'shown', shows: { kinds: ['subject'], all: list.map(({ id }) => canary('subject', id)) } }
}

function own(place: Place): Expected {
  const id = self(place)?.id ?? 0
  return signedInAs(place) === 'contact'
    ? { kind: 'shown', shows: { kinds: ['login'], all: [canary('login', id)] } }
    : { kind: 'refused' }
}
