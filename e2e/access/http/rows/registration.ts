import { randomUUID } from 'node:crypto'
import { canary, profileRow } from '#e2e/access/database/rows.ts'
import { actionCall, actionForm, type Fields } from '../forms.ts'
import { registrationOf } from '../ink.ts'
import { adminPageFor, type Expected, holds, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, groups, profiles } from '../town.ts'

const missing: Expected = { kind: 'missing' }
const refused: Expected = { kind: 'refused' }
const nobodys: Expected = { kind: 'shown', shows: { kinds: ['registrant', 'login', 'email', 'contact'], all: [] } }
const unknown = 9999
const NO_TOKEN = 'x'.repeat(43)

/** Whether the viewer is the one engineer of the town who keeps accounts: those of the industry. */
const keeps = (place: Place) =>
  signedInAs(place) === 'engineer' && place.viewer.kind === 'engineer' && place.viewer.engineer === engineers.keeper
const sessionOf = ({ viewer }: Place) => ('session' in viewer && viewer.session !== null ? viewer.session : 0)

/** Registering, for everybody; who waits, for those who keep the accounts of the customer group; how it goes, for administrators. */
export const registrationRows: readonly Row[] = [
  {
    target: 'GET /register',
    cases: () =>
      ['', '?group=g1', '?group=g2', '?sent=yes'].map((query) => ({
        message: { path: `/register${query}` },
        expected: nobodys,
      })),
  },
  {
    target: 'GET /register/confirm',
    cases: () =>
      ['', `?token=${NO_TOKEN}`, '?done=held'].map((query) => ({
        message: { path: `/register/confirm${query}` },
        expected: nobodys,
      })),
  },
  {
    target: 'GET /admin/groups/[group]/registration',
    cases: (place) => [
      adminPageFor(place, `/admin/groups/${groups.industry}/registration`),
      adminPageFor(place, `/admin/groups/${unknown}/registration`, () => missing),
    ],
  },
  {
    target: 'GET /desk/contacts/registrations',
    cases: (place) =>
      ['', '?after=x'].map((query) =>
        pageFor('engineer', place, `/desk/contacts/registrations${query}`, () => ({
          kind: 'shown',
          shows: {
            kinds: ['registrant'],
            all: keeps(place) ? registrationOf.held.map((id) => canary('registrant', id)).toSorted() : [],
          },
        })),
      ),
  },
  {
    target: 'GET /desk/contacts/registrations/[id]',
    cases: (place) => [
      ...['', '?q=canary', '?company=1', '?company=none'].map((query) =>
        pageFor('engineer', place, `/desk/contacts/registrations/1${query}`, () =>
          keeps(place) ? { kind: 'shown' } : missing,
        ),
      ),
      ...[registrationOf.elsewhere, registrationOf.asked, unknown].map((id) =>
        pageFor('engineer', place, `/desk/contacts/registrations/${id}`, () => missing),
      ),
    ],
  },
]

/** @param idOf the id that the build gave an action */
export function registrationActions(idOf: (action: string) => string): Row[] {
  const register = 'app/(auth)/register/actions.ts#register'
  const confirm = 'app/(auth)/register/confirm/actions.ts#confirm'
  const decisions = 'app/desk/contacts/registrations/[id]/actions.ts'
  const page = '/desk/contacts/registrations/1'
  const form = (fields: Fields = {}): Fields => ({
    group: 'g1',
    name: 'Somebody',
    email: `${randomUUID()}@new.example`,
    ...fields,
  })
  return [
    {
      target: `action ${register}`,
      counts: 'select count(*) from registrations',
      knows: ['website'],
      cases: (place) => [
        ...[form({ name: '' }), form({ email: 'x' }), form({ group: 'g2' }), form({ group: 'g3' })].map((fields) => ({
          message: actionCall('/register', idOf(register), fields, {}),
          expected: refused,
        })),
        // Once: whoever sends it more often from one address has to wait.
        ...(place.viewer.kind === 'anonymous'
          ? [
              {
                message: actionCall('/register', idOf(register), form(), {}),
                expected: { kind: 'done', to: /^\/register\?sent=yes$/ } as const,
              },
            ]
          : []),
      ],
    },
    {
      target: `action ${confirm}`,
      cases: () => [
        {
          message: actionCall(
            '/register/confirm',
            idOf(confirm),
            { token: NO_TOKEN, password: 'y'.repeat(20), repeat: 'y'.repeat(20) },
            {},
          ),
          expected: refused,
        },
      ],
    },
    {
      target: `action ${decisions}#approve`,
      counts: 'select count(*) from accounts',
      cases: (place) => {
        const right = { company: '1', profile: String(profileRow(profiles.basic)) }
        const given = (fields: Fields) => actionForm(page, idOf(`${decisions}#approve`), fields)
        return [
          ...[registrationOf.elsewhere, registrationOf.asked, unknown].map((id) => ({
            message: given({ id: String(id), ...right }),
            expected: refused,
          })),
          { message: given({ id: '1', ...right, profile: String(engineers.desk) }), expected: refused },
          { message: given({ id: '1', ...right, company: '3' }), expected: refused },
          {
            message: given({
              id: String(registrationOf.toApprove(keeps(place) ? sessionOf(place) : undefined)),
              ...right,
            }),
            expected: keeps(place) ? { kind: 'done', to: /^\/desk\/contacts\/\d+\?done=registered$/ } : refused,
          },
        ]
      },
    },
    {
      target: `action ${decisions}#refuse`,
      counts: `select count(*) from registrations where state = 'refused'`,
      cases: (place) => {
        const given = (fields: Fields) => actionForm(page, idOf(`${decisions}#refuse`), fields)
        return [
          ...[registrationOf.elsewhere, registrationOf.asked, unknown].map((id) => ({
            message: given({ id: String(id), reason: 'No' }),
            expected: refused,
          })),
          { message: given({ id: '1', reason: ' ' }), expected: refused },
          {
            message: given({
              id: String(registrationOf.toRefuse(keeps(place) ? sessionOf(place) : undefined)),
              reason: 'No',
            }),
            expected: keeps(place) ? { kind: 'done', to: /^\/desk\/contacts\/registrations\?done=refused$/ } : refused,
          },
        ]
      },
    },
    {
      target: 'action app/admin/groups/[group]/registration/actions.ts#saveOffer',
      counts: `select count(*) from audit where action = 'registration.configured'`,
      cases: (place) => {
        const id = idOf('app/admin/groups/[group]/registration/actions.ts#saveOffer')
        const path = `/admin/groups/${groups.industry}/registration`
        const offer = (fields: Fields = {}): Fields => ({
          group: String(groups.industry),
          everywhere: 'yes',
          approval: 'engineer',
          otherDomains: 'held',
          domains: '*.acme.example',
          'consent.en': '',
          consentLink: '',
          ...fields,
        })
        const wrong = [
          { domains: 'no domain' },
          { domains: 'acme.example = Nobody' },
          { open: 'on', approval: 'automatic' },
          { hosts: 'unknown.example' },
          { consentLink: 'javascript:alert(1)' },
          { version: 'older' },
          { group: String(unknown) },
        ]
        return [
          ...wrong.map((fields) => ({ message: actionCall(path, id, offer(fields), {}), expected: refused })),
          {
            message: actionForm(path, id, offer()),
            expected: holds(place, 'administer')
              ? { kind: 'done', to: /^\/admin\/groups\/\d+\/registration\?done=registration$/ }
              : refused,
          },
        ]
      },
    },
  ]
}
