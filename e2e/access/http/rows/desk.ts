import { canary } from '#e2e/access/database/rows.ts'
import { onQueue } from '#e2e/access/oracle/grants.ts'
import { actorOf } from '#e2e/access/oracle/standing.ts'
import { visibleTickets } from '#e2e/access/oracle/visibility.ts'
import type { Ticket } from '#e2e/access/oracle/world.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { inkOf, numbers, ticketAt } from './tickets.ts'

export const deskRows: readonly Row[] = [
  {
    target: 'GET /desk/password',
    cases: (place) => [pageFor('engineer', place, '/desk/password', () => ({ kind: 'shown' }))],
  },
  {
    target: 'GET /desk',
    cases: (place) => lists(place, (query, shown) => pageFor('engineer', place, `/desk?${query}`, shown)),
  },
  {
    target: 'GET /desk/export/tickets',
    cases: (place) =>
      lists(place, (query, shown) => ({
        message: { path: `/desk/export/tickets?${query}` },
        expected: signedInAs(place) === 'engineer' ? shown() : { kind: 'missing' },
      })),
  },
  {
    target: 'GET /desk/tickets/[number]',
    cases: (place) =>
      numbers(place.world).map((number) =>
        pageFor('engineer', place, `/desk/tickets/${number}`, () => {
          const ticket = ticketAt(place, number)
          return ticket ? inkOf(place, ticket) : { kind: 'missing' }
        }),
      ),
  },
]

/** Views over all queues leave articles out; in a queue that one may not read, or that is unknown, stands the view over all. */
function lists(place: Place, caseOf: (query: string, shown: () => Expected) => Case): Case[] {
  const { world, viewer } = place
  const open = ({ status }: Ticket) => status % 2 === 1
  const faq = (queue: number) => world.queues.some(({ id, kind }) => id === queue && kind === 'faq')
  const inAll = () => visibleTickets(world, viewer).filter((one) => !faq(one.queue))
  const principal = actorOf(world, viewer)?.principal
  const inQueue = (queue: number) =>
    principal && onQueue(world, principal, queue, 'read')
      ? visibleTickets(world, viewer).filter((one) => one.queue === queue)
      : inAll()
  const list = (query: string, found: () => Ticket[]) =>
    caseOf(query, () => ({
      kind: 'shown',
      shows: { kinds: ['subject'], all: found().map(({ id }) => canary('subject', id)) },
    }))
  return [
    list('', () => inAll().filter(open)),
    list('view=closed', () => inAll().filter((one) => !open(one))),
    ...[...world.queues.map(({ id }) => id), 99].flatMap((queue) => [
      list(`queue=q${queue}`, () => inQueue(queue).filter(open)),
      list(`queue=q${queue}&view=closed`, () => inQueue(queue).filter((one) => !open(one))),
    ]),
  ]
}
