import { randomUUID } from 'node:crypto'
import { mayExecute } from '#e2e/access/oracle/actions.ts'
import { byId, type Id, type Ticket } from '#e2e/access/oracle/world.ts'
import { actionCall, actionForm, type Fields } from '../forms.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, people, queues, tickets } from '../town.ts'
import { grants, is, knows, writes } from './desk-rights.ts'
import { numberOf, numbers, ticketAt } from './tickets.ts'

const refused: Expected = { kind: 'refused' }
const shown: Expected = { kind: 'shown' }
const entries = `select count(*) from entries where author_kind <> 'system'`

/** The pages on which an engineer changes a ticket need *write*; a ticket that it does not see does not exist. */
export const deskTicketRows: readonly Row[] = [
  ...['edit', 'customer', 'move', 'merge', 'participants'].map((part) => ({
    target: `GET /desk/tickets/[number]/${part}`,
    cases: (place: Place) =>
      numbers(place.world).map((number) =>
        pageFor('engineer', place, `/desk/tickets/${number}/${part}`, () => {
          const ticket = ticketAt(place, number)
          if (!ticket) return { kind: 'missing' }
          return writes(place, ticket) ? shown : { kind: 'forbidden' }
        }),
      ),
  })),
  {
    target: 'GET /desk/tickets/[number]/step/[activity]',
    cases: (place) =>
      steps(place, (ticket, activity, may) =>
        pageFor('engineer', place, `/desk/tickets/${numberOf(ticket)}/step/a${activity}`, () =>
          may ? shown : { kind: 'missing' },
        ),
      ),
  },
  {
    target: 'GET /desk/tickets/new',
    cases: (place) => [
      pageFor('engineer', place, '/desk/tickets/new', () => {
        const may = Object.values(queues).some((queue) => grants(place, queue, 'create'))
        return may ? shown : { kind: 'forbidden' }
      }),
    ],
  },
]

export function deskTicketActions(idOf: (action: string) => string): Row[] {
  const list = 'app/desk/actions.ts'
  const ticket = 'app/desk/tickets/[number]'
  const onTicket = (action: string, at: Id, fields: Fields, may: boolean | undefined, done: RegExp): Case => ({
    message: actionForm(pageOf(action, at), idOf(action), { number: String(numberOf(at)), ...fields }),
    expected: may ? { kind: 'done', to: done } : refused,
  })
  const each = (place: Place, make: (id: Id, found: Ticket | undefined) => Case) =>
    [...place.world.tickets.map(({ id }) => id), tickets.unknown].map((id) => make(id, byId(place.world.tickets, id)))
  const few = (place: Place, make: (id: Id, found: Ticket | undefined) => Case) =>
    [tickets.own, tickets.patients, tickets.unknown].map((id) => make(id, byId(place.world.tickets, id)))
  return [
    {
      target: `action ${list}#changeSeveral`,
      counts: entries,
      cases: (place) =>
        steps(place, (id, activity, may) => ({
          message: actionForm('/desk', idOf(`${list}#changeSeveral`), {
            back: '/desk',
            do: 'step',
            step: `a${activity}`,
            ticket: String(numberOf(id)),
          }),
          expected: may ? { kind: 'done', to: /[?&]done=bulk/ } : refused,
        })),
    },
    {
      target: `action ${list}#keepColumns`,
      cases: (place) => [
        mine(place, '/desk', idOf(`${list}#keepColumns`), { back: '/desk', columns: 'due' }, /done=columns/),
      ],
    },
    {
      target: `action ${list}#keepView`,
      counts: 'select count(*) from saved_views',
      cases: (place) => [
        mine(
          place,
          '/desk',
          idOf(`${list}#keepView`),
          { back: '/desk', name: randomUUID(), query: '{"view":"mine"}' },
          /done=view/,
        ),
      ],
    },
    {
      target: `action ${list}#takeViewAway`,
      counts: 'select 1000 - count(*) as count from saved_views',
      cases: (place) => [
        {
          message: actionForm('/desk', idOf(`${list}#takeViewAway`), { view: '1' }),
          expected: is(place, engineers.desk) ? { kind: 'done', to: /done=viewRemoved/ } : refused,
        },
      ],
    },
    {
      target: `action ${ticket}/actions.ts#assign`,
      counts: entries,
      cases: (place) =>
        each(place, (id, found) =>
          onTicket(
            `${ticket}/actions.ts#assign`,
            id,
            { engineer: String(place.viewer.kind === 'engineer' ? place.viewer.engineer : engineers.desk) },
            found && writes(place, found),
            /done=assigned/,
          ),
        ),
    },
    {
      target: `action ${ticket}/people-actions.ts#takeIn`,
      counts: entries,
      cases: (place) =>
        each(place, (id, found) => {
          const may =
            found && found.mainCustomer !== people.stranger && writes(place, found) && knows(place, people.stranger)
          return onTicket(
            `${ticket}/people-actions.ts#takeIn`,
            id,
            { contact: String(people.stranger) },
            may,
            /done=participant/,
          )
        }),
    },
    {
      target: `action ${ticket}/people-actions.ts#leaveOut`,
      counts: 'select 1000 - count(*) as count from participants',
      cases: (place) =>
        few(place, (id, found) =>
          onTicket(
            `${ticket}/people-actions.ts#leaveOut`,
            id,
            { contact: String(people.participant) },
            found && writes(place, found),
            /done=participantGone/,
          ),
        ),
    },
    {
      target: `action ${ticket}/people-actions.ts#stopShare`,
      counts: 'select count(*) from shares where ended_at is not null',
      cases: (place) =>
        few(place, (id, found) =>
          onTicket(
            `${ticket}/people-actions.ts#stopShare`,
            id,
            { share: '1' },
            found && writes(place, found),
            /done=shareEnded/,
          ),
        ),
    },
    {
      target: `action ${ticket}/people-actions.ts#separate`,
      cases: (place) =>
        few(place, (id, found) =>
          onTicket(`${ticket}/people-actions.ts#separate`, id, {}, found && writes(place, found), /done=separated/),
        ),
    },
    {
      target: `action ${ticket}/move/actions.ts#move`,
      counts: entries,
      cases: (place) =>
        few(place, (id, found) => {
          const may = found && writes(place, found) && grants(place, queues.internal, 'write')
          return onTicket(`${ticket}/move/actions.ts#move`, id, { queue: `q${queues.internal}` }, may, /done=moved/)
        }),
    },
    {
      target: `action ${ticket}/customer/actions.ts#makeCustomer`,
      counts: entries,
      cases: (place) =>
        few(place, (id, found) => {
          const may = found && writes(place, found) && knows(place, people.stranger)
          return onTicket(
            `${ticket}/customer/actions.ts#makeCustomer`,
            id,
            { contact: String(people.stranger) },
            may,
            /done=customer/,
          )
        }),
    },
    {
      target: `action ${ticket}/merge/actions.ts#mergeInto`,
      counts: 'select count(*) from tickets where merged_into_id is not null',
      cases: (place) =>
        few(place, (id, found) => {
          const into = byId(place.world.tickets, tickets.closed)
          const same = found?.mainCustomer !== null && found?.mainCustomer === into?.mainCustomer
          const may = found && into && same && writes(place, found) && writes(place, into)
          return {
            message: actionCall(
              `/desk/tickets/${numberOf(id)}/merge`,
              idOf(`${ticket}/merge/actions.ts#mergeInto`),
              { number: String(numberOf(id)), into: String(numberOf(tickets.closed)) },
              {},
            ),
            expected: may ? { kind: 'done', to: /done=merged/ } : refused,
          }
        }),
    },
    {
      // Without the version that the form carries nothing is changed, whoever asks.
      target: `action ${ticket}/edit/actions.ts#saveTicket`,
      cases: (place) =>
        few(place, (id) => ({
          message: actionCall(
            `/desk/tickets/${numberOf(id)}/edit`,
            idOf(`${ticket}/edit/actions.ts#saveTicket`),
            { number: String(numberOf(id)), version: 'older', subject: 'Changed' },
            {},
          ),
          expected: refused,
        })),
    },
    {
      target: `action ${ticket}/step/[activity]/actions.ts#takeStep`,
      counts: entries,
      cases: (place) =>
        steps(place, (id, activity, may) => ({
          message: actionCall(
            `/desk/tickets/${numberOf(id)}/step/a${activity}`,
            idOf(`${ticket}/step/[activity]/actions.ts#takeStep`),
            { key: randomUUID(), number: String(numberOf(id)), activity: `a${activity}`, body: '' },
            {},
          ),
          expected: may ? { kind: 'done', to: /done=activity/ } : refused,
        })),
    },
  ]
}

/** The page on which the form of an action stands: its folder. */
function pageOf(action: string, ticket: Id): string {
  const [, folder = ''] = /^app(.*)\/[a-z-]+\.ts#/.exec(action) ?? []
  return folder.replace('[number]', String(numberOf(ticket)))
}

/** Every activity on every ticket. */
function steps(place: Place, make: (ticket: Id, activity: Id, may: boolean) => Case): Case[] {
  const { world, viewer } = place
  return [...world.tickets.map(({ id }) => id), tickets.unknown].flatMap((id) =>
    world.activities.map((activity) => {
      const ticket = byId(world.tickets, id)
      const may = signedInAs(place) === 'engineer' && ticket && mayExecute(world, viewer, ticket, activity)
      return make(id, activity.id, Boolean(may))
    }),
  )
}

/** What every engineer may do with what is its own. */
function mine(place: Place, path: string, id: string, fields: Fields, done: RegExp): Case {
  return {
    message: actionForm(path, id, fields),
    expected: signedInAs(place) === 'engineer' ? { kind: 'done', to: done } : refused,
  }
}
