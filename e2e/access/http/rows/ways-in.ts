import { actionCall, actionForm, type Fields, posted } from '../forms.ts'
import { DESK_STEP, PROVIDERS, STEP } from '../ink.ts'
import { type Case, type Expected, type Place, type Row, signedInAs } from '../row.ts'
import type { Message } from '../wire.ts'
import { ownerIn } from './own-account.ts'

type Kind = 'contact' | 'engineer'

const kinds = ['contact', 'engineer'] as const
const refused: Expected = { kind: 'refused' }
const missing: Expected = { kind: 'missing' }
const nobodys: Expected = { kind: 'shown', shows: { kinds: ['login', 'contact', 'email', 'passkey'], all: [] } }
const door = (kind: Kind) => (kind === 'contact' ? '/sign-in' : '/desk/sign-in')
const isViewing = (place: Place) => signedInAs(place) === 'viewing'

/** The cookie of somebody whose password was right and who has yet to take the second step. */
const atTheStep = (message: Message, { token }: { token: string } = STEP): Message => ({
  ...message,
  headers: { ...message.headers, cookie: `portico-step=${token.replaceAll(' ', '%20')}` },
})
const made = (name: string) => ({ cookie: `portico-oidc.${name}=made-up; portico-oidc.state=made-up` })

/** What stands beside the password: the second step, and providers that vouch for people. Who is signed in counts little here. */
export const wayInRows: readonly Row[] = [
  ...kinds.map((kind): Row => {
    const path = `${door(kind)}/code`
    const sent: Expected = { kind: 'sent', to: door(kind) }
    return {
      target: `GET ${path}`,
      cases: () => [
        ...['', '?with=recovery', '?next=//elsewhere.example'].map((query) => ({
          message: { path: `${path}${query}` },
          expected: sent,
        })),
        { message: { path, headers: { cookie: 'portico-step=made-up' } }, expected: sent },
        // The step of a customer is none at the desk, and the other way round.
        { message: atTheStep({ path }, STEP), expected: kind === 'contact' ? nobodys : sent },
        { message: atTheStep({ path }, DESK_STEP), expected: kind === 'engineer' ? nobodys : sent },
      ],
    }
  }),
  {
    target: 'GET /api/auth/callback/[provider]',
    cases: (place) =>
      [PROVIDERS.contact, PROVIDERS.engineer, 'unknown'].flatMap((key) =>
        ['', '?code=x&state=x', '?error=access_denied&state=x'].flatMap((query) => {
          const path = `/api/auth/callback/${key}${query}`
          const expected: Expected = isViewing(place) ? missing : { kind: 'sent', to: '/sign-in' }
          return [
            { message: { path }, expected },
            { message: { path, headers: made('ceremony') }, expected },
          ]
        }),
      ),
  },
]

/** @param idOf the id that the build gave an action */
export function wayInActionRows(idOf: (action: string) => string): Row[] {
  return [{ target: 'POST /api/auth/signin/[provider]', cases: departures }, ...passkeyRows(idOf), ...stepRows(idOf)]
}

/** To a provider that does not answer: the browser comes back to where it set out. */
function departures(place: Place): Case[] {
  const all = [...Object.values(PROVIDERS), 'unknown'].flatMap((key) =>
    kinds.flatMap((kind) => [
      { key, kind, fields: { kind, next: '//elsewhere.example' } },
      { key, kind, fields: { kind, connect: 'on' } },
    ]),
  )
  return all.map(({ key, kind, fields }) => ({
    message: posted(`/api/auth/signin/${key}`, fields),
    expected: leads(place, key, kind, 'connect' in fields),
  }))
}

function leads(place: Place, key: string, kind: Kind, connects: boolean): Expected {
  if (isViewing(place)) return { kind: 'forbidden' }
  if (key !== PROVIDERS[kind]) return missing
  if (!connects) return { kind: 'sent', to: door(kind) }
  if (ownerIn(place)?.kind !== kind) return { kind: 'forbidden' }
  return { kind: 'sent', to: kind === 'contact' ? '/account' : '/desk/account' }
}

/** A passkey that nobody has, though it says that it is the customer's. */
const assertion = JSON.stringify({
  id: `contact${STEP.owner}`,
  rawId: `contact${STEP.owner}`,
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
})

function passkeyRows(idOf: (action: string) => string): Row[] {
  const file = 'app/parts/passkey-sign-in-action.ts'
  const call = (name: string, fields: Fields) => actionCall('/sign-in', idOf(`${file}#${name}`), fields, {})
  return [
    {
      target: `action ${file}#askPasskey`,
      cases: (place) => [
        ...kinds.map((kind) => ({
          message: call('askPasskey', { kind }),
          expected: isViewing(place) ? refused : ({ kind: 'given' } as const),
        })),
        { message: call('askPasskey', { kind: 'administrator' }), expected: refused },
      ],
    },
    {
      target: `action ${file}#signInByPasskey`,
      cases: () =>
        kinds.flatMap((kind) =>
          [assertion, '{}', 'no answer'].map((answer) => ({
            message: call('signInByPasskey', { kind, answer }),
            expected: refused,
          })),
        ),
    },
  ]
}

function stepRows(idOf: (action: string) => string): Row[] {
  const file = 'app/parts/second-step-action.ts'
  const path = '/sign-in/code'
  /** Without a step one begins anew; with one a wrong answer is refused. */
  const wrong = (name: string, fields: Fields) => (): Case[] => [
    { message: actionForm(path, idOf(`${file}#${name}`), fields), expected: { kind: 'sent', to: '/sign-in' } },
    { message: atTheStep(actionForm(path, idOf(`${file}#${name}`), fields)), expected: refused },
    { message: atTheStep(actionCall(path, idOf(`${file}#${name}`), fields, {})), expected: refused },
  ]
  const ask = (place: Place) => [
    { message: actionCall(path, idOf(`${file}#askStepPasskey`), {}, {}), expected: refused },
    {
      message: atTheStep(actionCall(path, idOf(`${file}#askStepPasskey`), {}, {})),
      expected: isViewing(place) ? refused : ({ kind: 'given' } as const),
    },
  ]
  return [
    {
      target: `action ${file}#takeStep`,
      cases: () =>
        (['app', 'recovery'] as const).flatMap((by) =>
          wrong('takeStep', { kind: 'contact', by, code: '000000', next: '//elsewhere.example' })(),
        ),
    },
    {
      target: `action ${file}#takeStepByPasskey`,
      cases: wrong('takeStepByPasskey', { kind: 'contact', answer: assertion }),
    },
    { target: `action ${file}#askStepPasskey`, cases: ask },
  ]
}
