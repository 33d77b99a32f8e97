import { actionCall, actionForm, posted } from '../forms.ts'
import {
  adminPageFor,
  asSeen,
  type Case,
  type Expected,
  holds,
  type Place,
  pageFor,
  type Row,
  signedInAs,
} from '../row.ts'

const refused: Expected = { kind: 'refused' }
const missing: Expected = { kind: 'missing' }
const nobodys: Expected = {
  kind: 'shown',
  shows: { kinds: ['subject', 'entry', 'file', 'value', 'login', 'email'], all: [] },
}
const text = { key: 'ticket-answered', locale: 'en' }
const NO_TOKEN = 'x'.repeat(43)
const wishes = {
  choice: 'mails',
  wanted: 'sign-in',
  rhythm: 'daily',
  hour: '8',
  quietFrom: '22:00',
  quietUntil: '07:00',
  timeZone: 'Europe/Berlin',
}

/** Links in mails, which anybody may hold; the queue of mails and their texts, for administrators. */
export const mailRows: readonly Row[] = [
  ...['/forgot-password', '/reset-password', '/invitation', '/unsubscribe'].map(
    (path): Row => ({
      target: `GET ${path}`,
      cases: () =>
        ['', `?token=${NO_TOKEN}`, '?token=x&token=y', '?for=desk', '?sent=yes'].map((query) => ({
          message: { path: path + query },
          expected: nobodys,
        })),
    }),
  ),
  {
    target: 'GET /account/mails',
    cases: (place) => [pageFor('contact', asSeen(place), '/account/mails', () => ({ kind: 'shown' }))],
  },
  {
    target: 'GET /desk/account/mails',
    cases: (place) => [pageFor('engineer', place, '/desk/account/mails', () => ({ kind: 'shown' }))],
  },
  {
    target: 'GET /api/unsubscribe/[token]',
    cases: () => [
      { message: { path: `/api/unsubscribe/${NO_TOKEN}` }, expected: { kind: 'sent', to: '/unsubscribe' } },
    ],
  },
  {
    target: 'POST /api/unsubscribe/[token]',
    cases: () => [
      { message: posted(`/api/unsubscribe/${NO_TOKEN}`, { 'List-Unsubscribe': 'One-Click' }), expected: missing },
    ],
  },
  {
    target: 'GET /admin/mail',
    cases: (place) =>
      ['', '?state=failed', '?state=x&before=2'].map((query) => adminPageFor(place, `/admin/mail${query}`)),
  },
  {
    target: 'GET /admin/mail/[id]',
    cases: (place) => [
      adminPageFor(place, '/admin/mail/1'),
      adminPageFor(place, '/admin/mail/999999', () => missing),
      adminPageFor(place, '/admin/mail/x', () => missing),
    ],
  },
  { target: 'GET /admin/mail/signing', cases: (place) => [adminPageFor(place, '/admin/mail/signing')] },
  { target: 'GET /admin/templates', cases: (place) => [adminPageFor(place, '/admin/templates')] },
  {
    target: 'GET /admin/templates/[key]/[locale]',
    cases: (place) => [
      adminPageFor(place, '/admin/templates/ticket-answered/de?ticket=100001', () => nobodys),
      adminPageFor(place, '/admin/templates/nothing/en', () => missing),
      adminPageFor(place, '/admin/templates/ticket-answered/xx', () => missing),
    ],
  },
  {
    target: 'GET /files/mail/[id]',
    cases: () =>
      ['1', '999999', 'x'].map((id): Case => ({ message: { path: `/files/mail/${id}` }, expected: missing })),
  },
  {
    target: 'GET /files/mail/text/[key]/[locale]',
    cases: (place) => [
      {
        message: { path: '/files/mail/text/ticket-answered/en?ticket=100001' },
        expected: holds(place, 'administer') ? nobodys : missing,
      },
      { message: { path: '/files/mail/text/nothing/en' }, expected: missing },
    ],
  },
]

/** @param idOf the id that the build gave an action */
export function mailActionRows(idOf: (action: string) => string): Row[] {
  const ask = 'app/(auth)/forgot-password/actions.ts#askForLink'
  const choose = 'app/parts/mail-wishes-action.ts#keepMailWishes'
  const stop = 'app/(auth)/unsubscribe/actions.ts#stopMails'
  const again = 'app/admin/mail/actions.ts#sendMailAgain'
  const templates = 'app/admin/templates/actions.ts'
  const signing = 'app/admin/mail/signing/actions.ts'
  const byAdministrator = (place: Place, to: RegExp): Expected =>
    holds(place, 'administer') ? { kind: 'done', to } : refused
  const links = [
    ['/reset-password', 'app/(auth)/reset-password/actions.ts#resetPassword'],
    ['/invitation', 'app/(auth)/invitation/actions.ts#acceptInvitation'],
  ] as const
  return [
    {
      target: `action ${ask}`,
      cases: () => [
        {
          message: actionCall('/forgot-password', idOf(ask), { kind: 'contact', login: '' }, {}),
          expected: refused,
        },
      ],
    },
    ...links.map(
      ([path, action]): Row => ({
        target: `action ${action}`,
        cases: () => [
          {
            message: actionCall(
              path,
              idOf(action),
              { token: NO_TOKEN, password: 'y'.repeat(20), repeat: 'y'.repeat(20) },
              {},
            ),
            expected: refused,
          },
        ],
      }),
    ),
    {
      target: `action ${choose}`,
      cases: (place) => {
        const who = signedInAs(place)
        const path = who === 'engineer' ? '/desk/account/mails' : '/account/mails'
        const own: Expected =
          who === 'contact' || who === 'engineer'
            ? { kind: 'done', to: /^\/(desk\/)?account\/mails\?done=saved$/ }
            : refused
        const call = (change: Record<string, string>, expected: Expected): Case => ({
          message: actionCall(path, idOf(choose), { ...wishes, ...change }, {}),
          expected,
        })
        return [call({}, own), call({ wanted: 'everything' }, refused), call({ timeZone: 'Mars/Crater' }, refused)]
      },
    },
    {
      target: `action ${stop}`,
      cases: () => [{ message: actionCall('/unsubscribe', idOf(stop), { token: NO_TOKEN }, {}), expected: refused }],
    },
    {
      target: `action ${again}`,
      cases: () =>
        ['1', '999999', 'x'].map((mail) => ({
          message: actionForm('/admin/mail/1', idOf(again), { mail }),
          expected: refused,
        })),
    },
    {
      target: `action ${signing}#makeKey`,
      cases: (place) => [
        {
          message: actionCall('/admin/mail/signing', idOf(`${signing}#makeKey`), { domain: 'mail.example' }, {}),
          expected: byAdministrator(place, /^\/admin\/mail\/signing\?done=made$/),
        },
        {
          message: actionCall('/admin/mail/signing', idOf(`${signing}#makeKey`), { domain: 'no domain' }, {}),
          expected: refused,
        },
      ],
      counts: `select count(*) from audit where action = 'mail.key_made'`,
    },
    ...['useKey', 'removeKey'].map(
      (action): Row => ({
        target: `action ${signing}#${action}`,
        cases: () =>
          ['999999', 'x'].map((key) => ({
            message: actionForm('/admin/mail/signing', idOf(`${signing}#${action}`), { key }),
            expected: refused,
          })),
      }),
    ),
    {
      target: `action ${templates}#saveTemplate`,
      cases: (place) => [
        {
          message: actionCall(
            '/admin/templates/ticket-status/en',
            idOf(`${templates}#saveTemplate`),
            { ...text, key: 'ticket-status', subject: 'x', body: '{{ nothing }}', version: '' },
            {},
          ),
          expected: refused,
        },
        {
          message: actionCall(
            '/admin/templates/ticket-shared/en',
            idOf(`${templates}#saveTemplate`),
            { ...text, key: 'ticket-shared', subject: 'x', body: 'y', version: '' },
            {},
          ),
          expected: byAdministrator(place, /^\/admin\/templates\/ticket-shared\/en\?done=saved$/),
        },
      ],
      counts: `select count(*) from audit where action = 'template.change'`,
    },
    {
      target: `action ${templates}#resetTemplate`,
      cases: (place) => [
        {
          message: actionForm('/admin/templates/ticket-answered/en', idOf(`${templates}#resetTemplate`), text),
          expected: byAdministrator(place, /^\/admin\/templates\/ticket-answered\/en\?done=reset$/),
        },
        {
          message: actionForm('/admin/templates/ticket-answered/en', idOf(`${templates}#resetTemplate`), {
            ...text,
            key: 'nothing',
          }),
          expected: refused,
        },
      ],
      counts: `select count(*) from audit where action = 'template.reset'`,
    },
    {
      target: `action ${templates}#sendTest`,
      cases: (place) => [
        {
          message: actionCall('/admin/templates/ticket-answered/en', idOf(`${templates}#sendTest`), text, {}),
          expected: byAdministrator(place, /^\/admin\/templates\/ticket-answered\/en\?done=test$/),
        },
      ],
      counts: `select count(*) from outbox where payload ->> 'test' = 'yes'`,
    },
  ]
}
