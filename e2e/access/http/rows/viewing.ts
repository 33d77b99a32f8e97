import { onGroup } from '#e2e/access/oracle/grants.ts'
import { actorOf, refusedAltogether } from '#e2e/access/oracle/standing.ts'
import { engineerSees } from '#e2e/access/oracle/visibility.ts'
import { byId } from '#e2e/access/oracle/world.ts'
import { actionForm, posted } from '../forms.ts'
import { type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { people } from '../town.ts'

const SEEN = [people.customer, people.patient, people.disabled, 999]

/** Whom an engineer may look as: who it may read is known, whose account it may keep is asked for a reason. */
export const viewingRows: readonly Row[] = [
  {
    target: 'GET /desk/viewing/[contact]',
    cases: (place) =>
      SEEN.map((id) =>
        pageFor('engineer', place, `/desk/viewing/${id}`, (): Expected => {
          if (!reads(place, id)) return { kind: 'missing' }
          return keeps(place, id) ? { kind: 'shown' } : { kind: 'forbidden' }
        }),
      ),
  },
]

/** Beginning and ending. What a customer's eyes then show, the rows of the portal say. */
export function viewingActionRows(idOf: (action: string) => string): Row[] {
  const start = 'app/desk/viewing/actions.ts#startViewing'
  return [
    {
      target: `action ${start}`,
      cases: (place) =>
        SEEN.map((id) => ({
          message: actionForm(`/desk/viewing/${id}`, idOf(start), { contact: String(id), reason: 'A call' }),
          expected:
            keeps(place, id) && !refusedAltogether(place.world, { kind: 'contact', contact: id, session: null })
              ? { kind: 'done', to: /^\/$/ }
              : { kind: 'refused' },
        })),
      counts: 'select count(*) from viewings',
    },
    {
      target: 'POST /desk/viewing/end',
      cases: (place) => [{ message: posted('/desk/viewing/end', {}), expected: wayBack(place) }],
    },
  ]
}

function wayBack(place: Place): Expected {
  const { viewer } = place
  if (viewer.kind === 'viewing-as' && signedInAs(place) === 'viewing')
    return { kind: 'done', to: new RegExp(`^/desk/contacts/${viewer.contact}\\?done=viewed$`) }
  return signedInAs(place) === 'anonymous' ? { kind: 'missing' } : { kind: 'sent', to: '/desk' }
}

function reads({ world, viewer }: Place, id: number): boolean {
  const contact = byId(world.contacts, id)
  return contact !== undefined && engineerSees(world, viewer, contact)
}

function keeps(place: Place, id: number): boolean {
  const contact = byId(place.world.contacts, id)
  const principal = actorOf(place.world, place.viewer)?.principal
  return (
    principal?.kind === 'engineer' &&
    reads(place, id) &&
    contact !== undefined &&
    onGroup(place.world, principal, contact.group, 'modify accounts')
  )
}
