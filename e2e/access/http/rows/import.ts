import { actionCall, actionForm, type Fields } from '../forms.ts'
import { importOf } from '../ink.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, groups, sessionOfEngineer } from '../town.ts'
import type { Message } from '../wire.ts'

const refused: Expected = { kind: 'refused' }
const missing: Expected = { kind: 'missing' }
const unknown = 9999

/** Whether the viewer is the one engineer who keeps customers; the imports of the town are its own. */
const keeps = (place: Place) =>
  signedInAs(place) === 'engineer' && place.viewer.kind === 'engineer' && place.viewer.engineer === engineers.keeper

/** Who reads the customers of the industry: all the town's engineers but those whose roles know no customer group. */
const readsIndustry = (place: Place) =>
  signedInAs(place) === 'engineer' &&
  place.viewer.kind === 'engineer' &&
  ([engineers.desk, engineers.blindToQueue, engineers.keeper] as number[]).includes(place.viewer.engineer)

/** Files are not for whoever looks through a customer's eyes, whatever they are called; to everybody else they are not there. */

/** The viewer's own session, for a step that can be done once. */
const sessionOf = ({ viewer }: Place) => ('session' in viewer && viewer.session !== null ? viewer.session : 0)
const importFor = (state: 'mapping' | 'checked' | 'done', place: Place) =>
  keeps(place) ? importOf(state, sessionOf(place)) : importOf(state)

export const importRows: readonly Row[] = [
  {
    target: 'GET /desk/import',
    cases: (place) =>
      ['', '?problem=missing', '?before=2'].map((query) =>
        pageFor('engineer', place, `/desk/import${query}`, () => ({ kind: 'shown' })),
      ),
  },
  {
    target: 'GET /desk/import/[id]',
    cases: (place) => [
      ...[
        importOf('mapping'),
        importOf('checked'),
        importOf('done'),
        `${importOf('checked')}?columns=again`,
        `${importOf('done')}?outcome=refused`,
      ].map((id) =>
        pageFor('engineer', place, `/desk/import/${id}`, () => (keeps(place) ? { kind: 'shown' } : missing)),
      ),
      ...[unknown, 'x'].map((id) => pageFor('engineer', place, `/desk/import/${id}`, () => missing)),
    ],
  },
  {
    target: 'GET /desk/import/[id]/report',
    cases: (place) => [
      {
        message: { path: `/desk/import/${importOf('done')}/report` },
        expected: keeps(place) ? { kind: 'shown' } : missing,
      },
      { message: { path: `/desk/import/${unknown}/report` }, expected: missing },
    ],
  },
  {
    target: 'GET /desk/export/[kind]',
    cases: (place) => [
      ...['contacts', 'companies'].map((kind) => ({
        message: { path: `/desk/export/${kind}?group=${groups.industry}` },
        expected: readsIndustry(place) ? ({ kind: 'shown' } as const) : missing,
      })),
      ...[`contacts?group=${groups.health}`, `people?group=${groups.industry}`, 'contacts', 'contacts?group=x'].map(
        (rest) => ({
          message: { path: `/desk/export/${rest}` },
          expected: missing,
        }),
      ),
    ],
  },
]

/** @param idOf the id that the build gave an action */
export function importActionRows(idOf: (action: string) => string): Row[] {
  const action = (name: string) => `app/desk/import/actions.ts#${name}`
  const call = (name: string, id: number, fields: Fields): Message =>
    name === 'checkFile' || name === 'runImport'
      ? actionCall(`/desk/import/${id}`, idOf(action(name)), { id: String(id), ...fields }, {})
      : actionForm(`/desk/import/${id}`, idOf(action(name)), { id: String(id), ...fields })
  const step =
    (
      name: string,
      state: 'mapping' | 'checked' | 'done',
      given: { fields: Fields; wrong: Fields; to: RegExp; may?: (place: Place) => boolean },
    ) =>
    (place: Place): Case[] => [
      {
        message: call(name, importFor(given.may?.(place) === false ? 'mapping' : state, place), given.fields),
        expected: (given.may ?? keeps)(place) ? { kind: 'done', to: given.to } : refused,
      },
      { message: call(name, importFor(state, place), given.wrong), expected: refused },
      { message: call(name, unknown, given.fields), expected: refused },
    ]
  // The work that such a step begins ends before the town is settled anew, which would lock the same tables.
  const over = 'pg_sleep(1)'
  const here = /^\/desk\/import\/\d+$/
  return [
    {
      target: 'POST /files/imports',
      cases: (place) => [
        {
          message: uploaded(String(groups.industry)),
          expected: keeps(place) ? { kind: 'done', to: /^\/desk\/import\/\d+\?done=uploaded$/ } : refused,
        },
        { message: uploaded(String(groups.health)), expected: refused },
        { message: uploaded('x'), expected: refused },
      ],
      counts: 'select count(*) from imports',
    },
    {
      target: `action ${action('chooseReading')}`,
      cases: step('chooseReading', 'mapping', {
        fields: { encoding: 'windows-1252', separator: ',' },
        wrong: { encoding: 'ebcdic', separator: ',' },
        to: here,
      }),
      counts: `select count(*) from imports where options ->> 'encoding' = 'windows-1252'`,
    },
    {
      target: `action ${action('checkFile')}`,
      cases: step('checkFile', 'mapping', {
        fields: { 'target.0': 'externalId', 'target.1': 'name', empty: 'keep' },
        wrong: { 'target.0': 'externalId', 'target.1': 'externalId', empty: 'keep' },
        to: here,
      }),
      counts: `select count(*) from imports, ${over} where id < 200 and state in ('checking', 'checked')`,
    },
    {
      target: `action ${action('runImport')}`,
      // Two of one customer group could meet, so one session alone runs its import.
      cases: step('runImport', 'checked', {
        may: (place) => keeps(place) && sessionOf(place) === sessionOfEngineer(engineers.keeper),
        fields: { mode: 'all' },
        wrong: { mode: 'some' },
        to: here,
      }),
      counts: `select count(*) from imports, ${over} where id between 200 and 299 and state in ('running', 'done')`,
    },
    {
      target: `action ${action('discardIt')}`,
      cases: step('discardIt', 'done', {
        fields: {},
        wrong: { id: 'x' },
        to: /^\/desk\/import\?done=discarded$/,
      }),
      counts: `select 3 - count(*) as count from imports where id between 300 and 399`,
    },
  ]
}

/** A form with a file, as a browser without script sends it. */
function uploaded(group: string): Message {
  const boundary = 'boundaryOfTheForm'
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="people.csv"\r\nContent-Type: text/csv\r\n\r\nExternal ID,Name\r\nP-1,Somebody\r\n\r\n`
  return {
    method: 'POST',
    path: '/files/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: `${field('group', group)}${field('level', 'contact')}${file}--${boundary}--\r\n`,
  }
}
