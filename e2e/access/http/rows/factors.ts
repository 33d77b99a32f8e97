import { canary } from '#e2e/access/database/rows.ts'
import { actionCall, actionForm, type Fields } from '../forms.ts'
import { ownOf } from '../ink.ts'
import { asSeen, type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, people } from '../town.ts'
import { ownerIn } from './own-account.ts'

type Kind = 'contact' | 'engineer'

const refused: Expected = { kind: 'refused' }
const missing: Expected = { kind: 'missing' }
const home = (kind: Kind) => (kind === 'contact' ? '/account/second-factor' : '/desk/account/second-factor')

/** One's own second factor. Whoever views as a customer sees the page, and nothing of the customer's factors. */
export const factorRows: readonly Row[] = (['contact', 'engineer'] as const).flatMap((kind): Row[] => [
  { target: `GET ${home(kind)}`, cases: (place) => [page(place, kind, '', () => ownPasskey(place))] },
  {
    target: `GET ${home(kind)}/[step]`,
    cases: (place) => {
      const own = ownerIn(place)?.id
      const removable = (id: number) => (id === own ? ownPasskey(place) : missing)
      return [
        ...['/app', '/passkey', '/codes'].map((step) => page(place, kind, step, () => nothingOfOthers)),
        ...[people.customer, people.stranger, engineers.desk].map((id) =>
          page(place, kind, `/remove?factor=passkey-${ownOf(kind, id)}`, () => removable(id)),
        ),
        ...['/remove?factor=app', '/remove', '/remove?factor=passkey-9999', '/nothing'].map((step) =>
          page(place, kind, step, () => missing),
        ),
      ]
    },
  },
])

function page(place: Place, kind: Kind, step: string, expected: () => Expected): Case {
  return pageFor(kind, kind === 'contact' ? asSeen(place) : place, `${home(kind)}${step}`, expected)
}

const kinds = ['passkey', 'deskpasskey']
const nothingOfOthers: Expected = { kind: 'shown', shows: { kinds, all: [] } }

function ownPasskey(place: Place): Expected {
  const owner = ownerIn(place)
  if (!owner) return nothingOfOthers
  return {
    kind: 'shown',
    shows: { kinds, all: [canary(owner.kind === 'contact' ? 'passkey' : 'deskpasskey', owner.id)] },
  }
}

/** Changes of one's own factors, each of which but the first step asks for the password anew. @param idOf the id that the build gave an action */
export function factorActionRows(idOf: (action: string) => string): Row[] {
  const file = 'app/parts/second-factor/actions.ts'
  const place = (one: Place) => (signedInAs(one) === 'engineer' ? home('engineer') : home('contact'))
  /** Somebody at an open session who does not know the password, or has no such thing. */
  const unproven = (name: string, forms: readonly Fields[]): Row => ({
    target: `action ${file}#${name}`,
    cases: (one) =>
      forms.flatMap((fields) => [
        { message: actionCall(place(one), idOf(`${file}#${name}`), fields, {}), expected: refused },
        { message: actionForm(place(one), idOf(`${file}#${name}`), fields), expected: refused },
      ]),
  })
  return [
    {
      target: `action ${file}#beginAppSetUp`,
      cases: (one) => [
        {
          message: actionForm(place(one), idOf(`${file}#beginAppSetUp`), {}),
          expected: ownerIn(one) ? { kind: 'done', to: new RegExp(`^${place(one)}/app$`) } : refused,
        },
      ],
    },
    {
      target: `action ${file}#askNewPasskey`,
      cases: (one) => [
        {
          message: actionCall(place(one), idOf(`${file}#askNewPasskey`), {}, {}),
          expected: ownerIn(one) ? { kind: 'given' } : refused,
        },
      ],
    },
    unproven('confirmAppSetUp', [
      { code: '000000', password: '' },
      { code: '000000', password: 'a guess' },
      { code: '', password: 'a guess' },
    ]),
    unproven('keepNewPasskey', [
      { name: 'Phone', password: 'a guess', answer: 'no answer' },
      { name: 'Phone', password: 'a guess', answer: JSON.stringify(attestation) },
    ]),
    unproven('removeOwnFactor', [
      { factor: `passkey-${ownOf('contact', people.customer)}`, password: 'a guess' },
      { factor: `passkey-${ownOf('engineer', engineers.desk)}`, proof: '000000' },
      { factor: 'app', password: '' },
      { factor: 'everything', password: 'a guess' },
    ]),
    unproven('renewCodes', [{ password: 'a guess' }, { proof: '000000' }]),
  ]
}

const attestation = {
  id: 'made-up',
  rawId: 'made-up',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'e30' },
}
