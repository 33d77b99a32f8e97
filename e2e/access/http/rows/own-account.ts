import { canary, sessionRow } from '#e2e/access/database/rows.ts'
import type { Id } from '#e2e/access/oracle/world.ts'
import { actionForm } from '../forms.ts'
import { ownOf } from '../ink.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, people, sessionOfEngineer, sessions } from '../town.ts'

const refused: Expected = { kind: 'refused' }

/** The number of the contact or engineer who is signed in, and of which kind. */
export function ownerIn(place: Place): { kind: 'contact' | 'engineer'; id: Id } | undefined {
  const { viewer } = place
  const who = signedInAs(place)
  if (who === 'contact' && viewer.kind === 'contact') return { kind: 'contact', id: viewer.contact }
  if (who === 'engineer' && viewer.kind === 'engineer') return { kind: 'engineer', id: viewer.engineer }
  return undefined
}

/** The keeper is here in three sessions: what it takes away in the first, the others find gone. */
export const isLaterSession = ({ viewer }: Place) =>
  viewer.kind === 'engineer' && (viewer.session === sessions.viewingBlind || viewer.session === sessions.viewingOver)

/** The engineer's own account. That of customers stands with the portal's pages. */
export const ownRows: readonly Row[] = [
  {
    target: 'GET /desk/account',
    cases: (place) => [
      pageFor('engineer', place, '/desk/account', () => {
        const id = ownerIn(place)?.id ?? 0
        const kinds = ['desklogin', 'deskmail', 'deskidentity', 'deskpasskey']
        const all = ['deskidentity', 'desklogin', 'deskmail'].map((kind) => canary(kind, id))
        return { kind: 'shown', shows: { kinds, all } }
      }),
    ],
  },
]

/** @param idOf the id that the build gave an action */
export function ownActionRows(idOf: (action: string) => string): Row[] {
  const desk = 'app/desk/account/actions.ts'
  return [
    {
      target: `action ${desk}#endSession`,
      cases: (place) => endings(place, idOf(`${desk}#endSession`)),
      counts: `select count(*) from sessions where end_reason = 'ended_by_owner'`,
    },
    {
      target: `action ${desk}#endOthers`,
      cases: (place) => {
        // To end the others would take the keeper's other sessions away before they were asked; the last one may.
        const { viewer } = place
        const keeps = viewer.kind === 'engineer' && viewer.engineer === engineers.keeper
        if (keeps && viewer.session !== sessions.viewingOver) return []
        return [
          {
            message: actionForm('/desk/account', idOf(`${desk}#endOthers`), {}),
            expected: ownerIn(place)?.kind === 'engineer' ? sessionDone : refused,
          },
        ]
      },
    },
    {
      target: 'action app/parts/identity-action.ts#disconnect',
      cases: (place) => disconnections(place, idOf('app/parts/identity-action.ts#disconnect')),
      counts: 'select -count(*) as count from oidc_identities',
    },
  ]
}

const sessionDone: Expected = { kind: 'done', to: /^\/desk\/account\?done=session$/ }

/** A second session of an engineer's, the only one of another's, a customer's, and none. */
function endings(place: Place, id: string): Case[] {
  const of = new Map<Id, Id>([
    [sessions.engineerSecond, engineers.desk],
    [sessionOfEngineer(engineers.administrator), engineers.administrator],
  ])
  return [...of.keys(), people.stranger, 999].map((session) => {
    const owner = ownerIn(place)
    const own = owner?.kind === 'engineer' && owner.id === of.get(session)
    return {
      message: actionForm('/desk/account', id, { session: sessionRow(session) }),
      expected: own ? sessionDone : refused,
    }
  })
}

/** One's own identity, a customer's, an engineer's, and none. */
function disconnections(place: Place, id: string): Case[] {
  const owner = ownerIn(place)
  const own = owner && !isLaterSession(place) ? ownOf(owner.kind, owner.id) : undefined
  const path = owner?.kind === 'engineer' ? '/desk/account' : '/account'
  const others = [ownOf('contact', people.deactivated), ownOf('engineer', engineers.inactive), 999, 0]
  return [
    ...[...others, 'x'].map((identity) => ({
      message: actionForm(path, id, { identity: String(identity) }),
      expected: refused,
    })),
    ...(own === undefined
      ? []
      : [
          {
            message: actionForm(path, id, { identity: String(own) }),
            expected: { kind: 'done', to: new RegExp(`^${path}\\?done=disconnected$`) } as const,
          },
        ]),
  ]
}
