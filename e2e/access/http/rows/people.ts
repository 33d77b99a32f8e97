import { editsField, mayShare } from '#e2e/access/oracle/actions.ts'
import { seesTicket } from '#e2e/access/oracle/visibility.ts'
import { byId, type Id, type Ticket } from '#e2e/access/oracle/world.ts'
import { actionCall, actionForm } from '../forms.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { people, tickets } from '../town.ts'
import { numberOf, numbers, ticketAt } from './tickets.ts'

const refused: Expected = { kind: 'refused' }

/** Where a customer chooses who of its colleagues sees a ticket, and changes the fields that it may. */
export const peopleOnTicketRows: readonly Row[] = [
  {
    target: 'GET /tickets/[number]/people',
    cases: (place) =>
      numbers(place.world).map((number) =>
        pageToChange(place, number, 'people', (ticket) =>
          invites(place, ticket) ? { kind: 'shown' } : { kind: 'missing' },
        ),
      ),
  },
  {
    target: 'GET /tickets/[number]/fields',
    cases: (place) =>
      numbers(place.world).map((number) =>
        pageToChange(place, number, 'fields', (ticket) =>
          edits(place, ticket) ? { kind: 'shown' } : { kind: 'forbidden' },
        ),
      ),
  },
]

export function peopleOnTicketActions(idOf: (action: string) => string): Row[] {
  const actions = 'app/(portal)/tickets/[number]/people/actions.ts'
  const fields = 'app/(portal)/tickets/[number]/fields/actions.ts'
  return [
    {
      target: `action ${actions}#addColleague`,
      counts: `select count(*) from entries where author_kind <> 'system'`,
      cases: (place) =>
        each(place, (id, ticket) =>
          [people.customer, people.colleague, people.stranger].map((contact) => ({
            message: actionCall(
              `/tickets/${numberOf(id)}/people`,
              idOf(`${actions}#addColleague`),
              { number: String(numberOf(id)), contact: String(contact), how: 'readOnly', until: '' },
              {},
            ),
            expected: sharesWith(place, ticket, contact) ? { kind: 'done', to: /done=added/ } : refused,
          })),
        ),
    },
    {
      target: `action ${actions}#removeColleague`,
      cases: (place) =>
        each(place, (id, ticket) =>
          [people.colleague, people.participant].map((contact) => ({
            message: actionForm(`/tickets/${numberOf(id)}/people`, idOf(`${actions}#removeColleague`), {
              number: String(numberOf(id)),
              contact: String(contact),
            }),
            expected: sharesWith(place, ticket, contact) ? { kind: 'done', to: /done=removed/ } : refused,
          })),
        ),
    },
    {
      // Share 1 is the customer's own; nobody else of its company may invite the one who holds it.
      target: `action ${actions}#endSharing`,
      counts: 'select count(*) from shares where ended_at is not null',
      cases: (place) =>
        [tickets.own, tickets.strangers, tickets.unknown].map((id) => ({
          message: actionForm(`/tickets/${numberOf(id)}/people`, idOf(`${actions}#endSharing`), {
            number: String(numberOf(id)),
            share: '1',
          }),
          expected:
            id === tickets.own && signedInAs(place) === 'contact' && contactOf(place) === people.customer
              ? { kind: 'done', to: /done=ended/ }
              : refused,
        })),
    },
    {
      // Without the version that the form carries nothing is changed, whoever asks.
      target: `action ${fields}#saveDetails`,
      cases: (place) =>
        each(place, (id) => [
          {
            message: actionCall(
              `/tickets/${numberOf(id)}/fields`,
              idOf(`${fields}#saveDetails`),
              { number: String(numberOf(id)), version: 'older' },
              {},
            ),
            expected: refused,
          },
        ]),
    },
  ]
}

/** One who views as the customer changes nothing, so there is nothing for it on the page. */
function pageToChange(place: Place, number: string, part: string, expected: (ticket: Ticket) => Expected): Case {
  const path = `/tickets/${number}/${part}`
  if (signedInAs(place) === 'viewing')
    return { message: { path }, expected: { kind: number === 'x' ? 'missing' : 'forbidden' } }
  return pageFor('contact', place, path, () => {
    const ticket = ticketAt(place, number)
    return ticket ? expected(ticket) : { kind: 'missing' }
  })
}

function each(place: Place, make: (id: Id, ticket: Ticket | undefined) => Case[]): Case[] {
  const { world } = place
  return [...world.tickets.map(({ id }) => id), tickets.unknown].flatMap((id) => make(id, byId(world.tickets, id)))
}

function contactOf({ viewer }: Place): Id | undefined {
  return viewer.kind === 'contact' ? viewer.contact : undefined
}

function sharesWith(place: Place, ticket: Ticket | undefined, contact: Id): boolean {
  const { world, viewer } = place
  const other = byId(world.contacts, contact)
  return (
    signedInAs(place) === 'contact' &&
    ticket !== undefined &&
    other !== undefined &&
    seesTicket(world, viewer, ticket) &&
    mayShare(world, viewer, ticket, other)
  )
}

/** Whoever may invite one colleague may open the page. */
function invites(place: Place, ticket: Ticket): boolean {
  return place.world.contacts.some(({ id }) => sharesWith(place, ticket, id))
}

function edits({ world, viewer }: Place, ticket: Ticket): boolean {
  return world.fields.some((field) => editsField(world, viewer, ticket, field))
}
