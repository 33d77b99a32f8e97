import { randomUUID } from 'node:crypto'
import { sessionRow } from '#e2e/access/database/rows.ts'
import { mayExecute } from '#e2e/access/oracle/actions.ts'
import { onQueue } from '#e2e/access/oracle/grants.ts'
import { actorOf } from '#e2e/access/oracle/standing.ts'
import { seesTicket } from '#e2e/access/oracle/visibility.ts'
import { byId, type Id } from '#e2e/access/oracle/world.ts'
import { actionCall, actionForm } from '../forms.ts'
import { type Case, type Expected, type Place, type Row, signedInAs } from '../row.ts'
import { people, sessions, tickets } from '../town.ts'
import { numberOf } from './tickets.ts'

const refused: Expected = { kind: 'refused' }
const entries = `select count(*) from entries where author_kind <> 'system'`

/** Server actions are addresses like others: each is called on its page, whether its form is shown there or not. */
export function actionRows(idOf: (action: string) => string): Row[] {
  const account = 'app/(portal)/account/actions.ts'
  const password = 'app/parts/password-action.ts#changePassword'
  const portal = 'app/(portal)/tickets/[number]/actions.ts#execute'
  const desk = 'app/desk/tickets/[number]/actions.ts'
  return [
    {
      target: 'action app/parts/sign-in-action.ts#signIn',
      cases: () =>
        ['/sign-in', '/desk/sign-in'].map((path) => ({
          message: actionCall(
            path,
            idOf('app/parts/sign-in-action.ts#signIn'),
            { kind: 'contact', login: 'x', password: '' },
            {},
          ),
          expected: refused,
        })),
    },
    {
      target: `action ${account}#endSession`,
      cases: (place) => endings(place, idOf(`${account}#endSession`)),
      counts: `select count(*) from sessions where end_reason = 'ended_by_owner'`,
    },
    {
      target: `action ${account}#endOthers`,
      cases: (place) => [
        {
          message: actionForm('/account', idOf(`${account}#endOthers`), {}),
          expected: signedInAs(place) === 'contact' ? { kind: 'done', to: /^\/account\?done=session$/ } : refused,
        },
      ],
    },
    {
      target: `action ${password}`,
      cases: () => [
        {
          message: actionCall(
            '/account/password',
            idOf(password),
            { current: 'x', password: 'y'.repeat(20), repeat: 'y'.repeat(20) },
            {},
          ),
          expected: refused,
        },
      ],
    },
    {
      target: `action ${portal}`,
      cases: (place) => steps(place, 'contact', '/tickets', idOf(portal)),
      counts: entries,
    },
    {
      target: `action ${desk}#execute`,
      cases: (place) => steps(place, 'engineer', '/desk/tickets', idOf(`${desk}#execute`)),
      counts: entries,
    },
    {
      target: `action ${desk}#assignToMe`,
      cases: (place) => takeOvers(place, idOf(`${desk}#assignToMe`)),
      counts: entries,
    },
  ]
}

/** The customer's second session, a stranger's, and none. */
function endings(place: Place, id: string): Case[] {
  const { viewer } = place
  const own = signedInAs(place) === 'contact' && viewer.kind === 'contact' && viewer.contact === people.customer
  return [sessions.second, 100 + people.stranger, people.stranger, 999].map((session) => {
    const mine = viewer.kind === 'contact' && viewer.contact === session
    const done = (own && session === sessions.second) || (signedInAs(place) === 'contact' && mine)
    return {
      message: actionForm('/account', id, { session: sessionRow(session) }),
      expected: done ? { kind: 'done', to: /^\/account\?done=session$/ } : refused,
    }
  })
}

/** Every activity on every ticket: also one of another queue, and one that is not for customers. */
function steps(place: Place, who: 'contact' | 'engineer', path: string, id: string): Case[] {
  const { world, viewer } = place
  const all = [...world.tickets.map((one) => one.id), tickets.unknown]
  return all.flatMap((ticket, at) =>
    world.activities.map((activity) => {
      const number = String(numberOf(ticket))
      const fields = { key: randomUUID(), number, activity: `a${activity.id}`, body: '' }
      const send = at % 2 === 0 ? actionForm : actionCall
      const found = byId(world.tickets, ticket)
      const may = signedInAs(place) === who && found && mayExecute(world, viewer, found, activity)
      return {
        message: send(`${path}/${number}`, id, fields),
        expected: may ? { kind: 'done', to: /\?done=activity(#|$)/ } : refused,
      }
    }),
  )
}

/** To take a ticket over is to edit it: *write*. */
function takeOvers(place: Place, id: string): Case[] {
  const { world, viewer } = place
  return [...world.tickets.map((one) => one.id), tickets.unknown].map((ticket: Id) => {
    const found = byId(world.tickets, ticket)
    const principal = actorOf(world, viewer)?.principal
    const may =
      signedInAs(place) === 'engineer' &&
      found &&
      principal &&
      seesTicket(world, viewer, found) &&
      onQueue(world, principal, found.queue, 'write')
    return {
      message: actionForm(`/desk/tickets/${numberOf(ticket)}`, id, { number: String(numberOf(ticket)) }),
      expected: may ? { kind: 'done', to: /\?done=assigned(#|$)/ } : refused,
    }
  })
}
