import { randomUUID } from 'node:crypto'
import { canary } from '#e2e/access/database/rows.ts'
import { mayExecute } from '#e2e/access/oracle/actions.ts'
import { byId, type Id } from '#e2e/access/oracle/world.ts'
import { actionForm } from '../forms.ts'
import { type Case, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { tickets } from '../town.ts'
import { numberOf } from './tickets.ts'

const address = (ticket: Id, activity: Id) => `/tickets/${numberOf(ticket)}/step/a${activity}`

/** The form of each activity on each ticket, for customers: also of another queue, and one that is not for them. */
export const stepRows: readonly Row[] = [
  {
    target: 'GET /tickets/[number]/step/[activity]',
    cases: (place) =>
      onEach(place, (ticket, activity, may) =>
        pageFor('contact', place, address(ticket, activity), () =>
          may
            ? { kind: 'shown', shows: { kinds: ['subject', 'entry', 'value'], all: [canary('subject', ticket)] } }
            : { kind: 'missing' },
        ),
      ),
  },
]

export function stepActions(idOf: (action: string) => string): Row[] {
  const action = 'app/(portal)/tickets/[number]/step/[activity]/actions.ts#takeStep'
  return [
    {
      target: `action ${action}`,
      counts: `select count(*) from entries where author_kind <> 'system'`,
      cases: (place) =>
        onEach(place, (ticket, activity, may) => {
          const fields = { key: randomUUID(), number: String(numberOf(ticket)), activity: `a${activity}`, body: '' }
          return {
            // As a form: the answer of a call is the page, which by then names whoever has taken a step before.
            message: actionForm(address(ticket, activity), idOf(action), fields),
            expected:
              may && signedInAs(place) === 'contact'
                ? { kind: 'done', to: /\?done=activity(#|$)/ }
                : { kind: 'refused' },
          }
        }),
    },
  ]
}

function onEach(place: Place, make: (ticket: Id, activity: Id, may: boolean) => Case): Case[] {
  const { world, viewer } = place
  return [...world.tickets.map(({ id }) => id), tickets.unknown].flatMap((id) =>
    world.activities.map((activity) => {
      const ticket = byId(world.tickets, id)
      return make(id, activity.id, Boolean(ticket && mayExecute(world, viewer, ticket, activity)))
    }),
  )
}
