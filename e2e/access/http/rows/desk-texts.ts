import { actionCall, actionForm } from '../forms.ts'
import { type Expected, holds, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { engineers } from '../town.ts'
import { is } from './desk-rights.ts'

const refused: Expected = { kind: 'refused' }
const shown: Expected = { kind: 'shown' }

export const deskTextRows: readonly Row[] = [
  ...['/desk/texts', '/desk/texts/new'].map((path) => ({
    target: `GET ${path}`,
    cases: (place: Place) => [pageFor('engineer', place, path, () => shown)],
  })),
  {
    target: 'GET /desk/texts/[id]',
    cases: (place) =>
      ['1', '2', '999', 'x'].map((id) =>
        pageFor('engineer', place, `/desk/texts/${id}`, () => (keepsText(place, id) ? shown : { kind: 'missing' })),
      ),
  },
]

export function deskTextActions(idOf: (action: string) => string): Row[] {
  return [
    {
      target: 'action app/desk/texts/actions.ts#saveText',
      knows: ['id'],
      counts: 'select count(*) from canned_texts',
      cases: (place) =>
        [{}, { shared: 'on' }].map((shared) => ({
          message: actionCall(
            '/desk/texts/new',
            idOf('app/desk/texts/actions.ts#saveText'),
            { title: 'Hello', body: 'Dear customer', queue: '', locale: '', ...shared },
            {},
          ),
          expected:
            signedInAs(place) === 'engineer' && (!('shared' in shared) || holds(place, 'administer'))
              ? { kind: 'done', to: /done=saved/ }
              : refused,
        })),
    },
    {
      target: 'action app/desk/texts/actions.ts#dropText',
      counts: 'select 1000 - count(*) as count from canned_texts',
      cases: (place) =>
        ['1', '2', '999'].map((id) => ({
          message: actionForm('/desk/texts', idOf('app/desk/texts/actions.ts#dropText'), { id }),
          expected: keepsText(place, id) ? { kind: 'done', to: /done=removed/ } : refused,
        })),
    },
  ]
}

/** Text 1 is everybody's, and administrators keep it; text 2 is the desk's own. */
function keepsText(place: Place, id: string): boolean {
  if (id === '1') return signedInAs(place) === 'engineer' && holds(place, 'administer')
  return id === '2' && is(place, engineers.desk)
}
