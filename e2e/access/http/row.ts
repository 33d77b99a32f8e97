import { globally } from '../oracle/grants.ts'
import { actorOf, refusedAltogether } from '../oracle/standing.ts'
import type { GlobalGrant, Viewer, World } from '../oracle/world.ts'
import type { Answer, Message } from './wire.ts'

export type Place = { readonly world: World; readonly viewer: Viewer }

/** What the oracle lets an answer be. */
export type Expected =
  /** A page or file; with `shows` its canaries of those kinds are exactly these. */
  | { readonly kind: 'shown'; readonly shows?: { readonly kinds: readonly string[]; readonly all: readonly string[] } }
  | { readonly kind: 'missing' }
  /** Next's own page for a fault, which has an address. */
  | { readonly kind: 'fault' }
  | { readonly kind: 'sent'; readonly to: string }
  /** A change that happens, and leads to an address like this. */
  | { readonly kind: 'done'; readonly to: RegExp }
  /** An action whose answer holds something for its caller alone, and which changes nothing. */
  | { readonly kind: 'given' }
  | { readonly kind: 'refused' }
  /** A page that says that a grant is missing. */
  | { readonly kind: 'forbidden' }

export type Case = {
  readonly message: Message
  readonly expected: Expected
  /** The same for everybody, so that a cache may keep it. */
  readonly open?: true
  /** The draft in which a refused text of the viewer's own may wait. */
  readonly mayKeep?: string
}

export type Row = {
  /** `GET /tickets/[number]`, or `action file#name`. */
  readonly target: string
  readonly cases: (place: Place) => Case[]
  /** A number that every `done` raises by one. */
  readonly counts?: string
  /** Fields that its form has at times and not in these cases: to send them is no forgery. */
  readonly knows?: readonly string[]
}

export function signedInAs({ world, viewer }: Place): 'anonymous' | 'contact' | 'engineer' | 'viewing' {
  if (refusedAltogether(world, viewer)) return 'anonymous'
  if (viewer.kind === 'viewing-as') return 'viewing'
  return viewer.kind === 'engineer' ? 'engineer' : 'contact'
}

/** The place as its pages look: one who views as a customer is shown what that one would be shown. */
export function asSeen(place: Place): Place {
  const { world, viewer } = place
  return signedInAs(place) === 'viewing' && viewer.kind === 'viewing-as'
    ? { world, viewer: { kind: 'contact', contact: viewer.contact, session: null } }
    : place
}

/** A page of the portal or of the desk, as one kind of viewer gets it; everybody else is sent to where they belong. */
export function pageFor(kind: 'contact' | 'engineer', place: Place, path: string, expected: () => Expected): Case {
  const who = signedInAs(place)
  const signIn = kind === 'contact' ? '/sign-in' : '/desk/sign-in'
  const home = kind === 'contact' ? '/desk' : '/'
  if (who === kind) return { message: { path }, expected: expected() }
  // A page that is there to change something, which one who views as a customer may not.
  if (who === 'viewing' && kind === 'contact') return { message: { path }, expected: { kind: 'forbidden' } }
  return { message: { path }, expected: { kind: 'sent', to: who === 'anonymous' ? signIn : home } }
}

/** What is wrong with the answer; nothing where it is what was expected. */
export function wrongIn(
  expected: Expected,
  answer: Answer,
  canaries: (kinds: readonly string[]) => string[],
): string[] {
  const place = placeIn(answer)
  const path = place && new URL(place, 'http://portal.example').pathname
  switch (expected.kind) {
    case 'shown': {
      const { shows } = expected
      if (answer.status !== 200) return [`${answer.status} ${place ?? ''} instead of a page`]
      const found = shows ? canaries(shows.kinds) : []
      const wanted = shows?.all ?? []
      return [
        ...found.filter((one) => !wanted.includes(one)).map((one) => `shows ${one}`),
        ...wanted.filter((one) => !found.includes(one)).map((one) => `lacks ${one}`),
      ]
    }
    case 'missing':
      return answer.status === 404 ? [] : [`${answer.status} ${place ?? ''} instead of 404`]
    case 'forbidden':
      return answer.status === 403 ? [] : [`${answer.status} ${place ?? ''} instead of 403`]
    case 'fault':
      return answer.status === 500 ? [] : [`${answer.status} instead of the page for faults`]
    case 'sent':
      return path === expected.to ? [] : [`${answer.status} ${place ?? ''} instead of ${expected.to}`]
    case 'done':
      return expected.to.test(place ?? '') ? [] : [`${answer.status} ${place ?? ''} instead of ${expected.to}`]
    case 'given':
      return answer.status === 200 && gives(answer) ? [] : [`${answer.status} ${place ?? ''}, gives nothing`]
    case 'refused':
      return answer.status < 500 && !/[?&]done=/.test(place ?? '') && !gives(answer)
        ? []
        : [`${answer.status} ${place ?? ''}, not refused`]
  }
}

/** What an action shows once, as a script reads it. */
const gives = ({ body }: Answer) => body.includes('"once":"')

/** Where an answer leads: a form is sent on by `Location`, a script by a header of Next's. */
function placeIn({ headers }: Answer): string | undefined {
  const action = headers['x-action-redirect']
  return headers.location ?? (typeof action === 'string' ? action.split(';')[0] : undefined)
}

/** A page of the Admin Tool: who does not administer is told so, whether or not what it names exists. */
export function adminPageFor(
  place: Place,
  path: string,
  expected: () => Expected = () => ({ kind: 'shown' }),
  grants: readonly GlobalGrant[] = ['administer'],
): Case {
  return pageFor('engineer', place, path, () =>
    grants.some((grant) => holds(place, grant)) ? expected() : { kind: 'forbidden' },
  )
}

/** Whether the viewer is an engineer with this global grant. */
export function holds({ world, viewer }: Place, grant: GlobalGrant): boolean {
  const principal = actorOf(world, viewer)?.principal
  return viewer.kind === 'engineer' && principal !== undefined && globally(world, principal, grant)
}
