import type { Expected, Row } from '../row.ts'
import { signedInAs } from '../row.ts'

const shown: Expected = { kind: 'shown', shows: { kinds: ['subject', 'entry', 'file', 'value', 'login'], all: [] } }

/** What everybody may ask for, signed in or not. */
export const openRows: readonly Row[] = [
  {
    target: 'GET /sign-in',
    cases: (place) => [
      { message: { path: '/sign-in' }, expected: signedInAs(place) === 'contact' ? { kind: 'sent', to: '/' } : shown },
    ],
  },
  {
    target: 'GET /desk/sign-in',
    cases: (place) => [
      {
        message: { path: '/desk/sign-in' },
        expected: signedInAs(place) === 'engineer' ? { kind: 'sent', to: '/desk' } : shown,
      },
    ],
  },
  ...['/offline', '/api/health/live', '/api/health/ready'].map(
    (path): Row => ({ target: `GET ${path}`, cases: () => [{ message: { path }, expected: shown }] }),
  ),
  ...['/_not-found', '/theme/[...path]'].map(
    (path): Row => ({
      target: `GET ${path}`,
      cases: () => [{ message: { path: path.replace('[...path]', 'nothing.css') }, expected: { kind: 'missing' } }],
    }),
  ),
  { target: 'GET /plain.css', cases: () => [{ message: { path: '/plain.css' }, expected: shown, open: true }] },
  { target: 'GET /_global-error', cases: () => [{ message: { path: '/_global-error' }, expected: { kind: 'fault' } }] },
  {
    target: 'GET /[...path]',
    cases: () =>
      ['/nothing', '/desk/nothing', '/admin/nothing', '/api/v1/tickets'].map((path) => ({
        message: { path },
        expected: { kind: 'missing' },
      })),
  },
]
