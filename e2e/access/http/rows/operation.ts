import { sessionRow } from '#e2e/access/database/rows.ts'
import { actionForm } from '../forms.ts'
import { adminPageFor, type Case, type Expected, holds, type Place, type Row, signedInAs } from '../row.ts'
import { people, sessions } from '../town.ts'

const refused: Expected = { kind: 'refused' }

/** Sessions, audit log and health: for administrators, who need not see a customer for it. */
export const operationRows: readonly Row[] = [
  {
    target: 'GET /admin/sessions',
    cases: (place) =>
      ['', '?q=a&kind=contact', '?kind=engineer', '?before=1.00000000-0000-4000-9000-000000000001', '?before=x'].map(
        (query) => adminPageFor(place, `/admin/sessions${query}`),
      ),
  },
  {
    target: 'GET /admin/audit',
    cases: (place) =>
      [
        '',
        '?who=system',
        '?who=nobody-of-this-name',
        '?action=test&subject=contact%201',
        '?from=2026-01-01&to=x',
        '?before=1',
      ].map((query) => adminPageFor(place, `/admin/audit${query}`)),
  },
  {
    target: 'GET /admin/audit/export',
    cases: (place) => ['', '?action=test'].map((query) => exportOf(place, `/admin/audit/export${query}`)),
  },
  { target: 'GET /admin/health', cases: (place) => [adminPageFor(place, '/admin/health')] },
]

/** A file: there for administrators, refused to everybody else; for who views it is not there. */
function exportOf(place: Place, path: string): Case {
  const who = signedInAs(place)
  if (holds(place, 'administer')) return { message: { path }, expected: { kind: 'shown' } }
  return { message: { path }, expected: { kind: who === 'anonymous' || who === 'viewing' ? 'missing' : 'forbidden' } }
}

/** @param idOf the id that the build gave an action */
export function operationActionRows(idOf: (action: string) => string): Row[] {
  const ended = `select count(*) from sessions where end_reason = 'ended_by_administrator'`
  const one = 'app/admin/sessions/actions.ts#endOne'
  const all = 'app/admin/sessions/actions.ts#endAllOf'
  const verify = 'app/admin/audit/actions.ts#verifyNow'
  const done = (place: Place, to: RegExp): Expected => (holds(place, 'administer') ? { kind: 'done', to } : refused)
  return [
    {
      target: `action ${one}`,
      cases: (place) => [
        {
          message: actionForm('/admin/sessions', idOf(one), { session: sessionRow(sessions.second) }),
          expected: done(place, /^\/admin\/sessions\?done=ended$/),
        },
        {
          message: actionForm('/admin/sessions', idOf(one), { session: sessionRow(9999) }),
          expected: refused,
        },
      ],
      counts: ended,
    },
    {
      target: `action ${all}`,
      cases: (place) => [
        {
          message: actionForm('/admin/sessions', idOf(all), { kind: 'contact', owner: String(people.stranger) }),
          expected: done(place, /^\/admin\/sessions\?done=endedAll&count=1$/),
        },
        {
          message: actionForm('/admin/sessions', idOf(all), { kind: 'robot', owner: String(people.stranger) }),
          expected: refused,
        },
      ],
      counts: ended,
    },
    {
      target: `action ${verify}`,
      cases: (place) => [
        { message: actionForm('/admin/audit', idOf(verify), {}), expected: done(place, /^\/admin\/audit$/) },
      ],
    },
  ]
}
