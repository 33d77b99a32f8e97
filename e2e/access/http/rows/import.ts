import { actionCall, actionForm, type Fields } from '../forms.ts'
import { IMPORTS } from '../ink.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers, groups } from '../town.ts'
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
      ...[...Object.values(IMPORTS), `${IMPORTS.checked}?columns=again`, `${IMPORTS.done}?outcome=refused`].map((id) =>
        pageFor('engineer', place, `/desk/import/${id}`, () => (keeps(place) ? { kind: 'shown' } : missing)),
      ),
      ...[unknown, 'x'].map((id) => pageFor('engineer', place, `/desk/import/${id}`, () => missing)),
    ],
  },
  {
    target: 'GET /desk/import/[id]/report',
    cases: (place) => [
      {
        message: { path: `/desk/import/${IMPORTS.done}/report` },
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
    (name: string, id: number, given: { fields: Fields; wrong: Fields; to: RegExp }) =>
    (place: Place): Case[] => [
      { message: call(name, id, given.fields), expected: keeps(place) ? { kind: 'done', to: given.to } : refused },
      { message: call(name, id, given.wrong), expected: refused },
      { message: call(name, unknown, given.fields), expected: refused },
    ]
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
      cases: step('chooseReading', IMPORTS.mapping, {
        fields: { encoding: 'windows-1252', separator: ',' },
        wrong: { encoding: 'ebcdic', separator: ',' },
        to: here,
      }),
      counts: `select count(*) from imports where options ->> 'encoding' = 'windows-1252'`,
    },
    {
      target: `action ${action('checkFile')}`,
      cases: step('checkFile', IMPORTS.mapping, {
        fields: { 'target.0': 'externalId', 'target.1': 'name', empty: 'keep' },
        wrong: { 'target.0': 'externalId', 'target.1': 'externalId', empty: 'keep' },
        to: here,
      }),
      counts: `select count(*) from imports where id = ${IMPORTS.mapping} and state in ('checking', 'checked')`,
    },
    {
      target: `action ${action('runImport')}`,
      cases: step('runImport', IMPORTS.checked, { fields: { mode: 'all' }, wrong: { mode: 'some' }, to: here }),
      counts: `select count(*) from imports where id = ${IMPORTS.checked} and state in ('running', 'done')`,
    },
    {
      target: `action ${action('discardIt')}`,
      cases: step('discardIt', IMPORTS.done, {
        fields: {},
        wrong: { id: 'x' },
        to: /^\/desk\/import\?done=discarded$/,
      }),
      counts: `select 1 - count(*) as count from imports where id = ${IMPORTS.done}`,
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
