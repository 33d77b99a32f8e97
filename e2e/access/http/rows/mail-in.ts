import { canary } from '#e2e/access/database/rows.ts'
import { versionOf } from '#lib/db/version.ts'
import { actionCall, actionForm, type Fields } from '../forms.ts'
import { HELD, INBOX } from '../ink.ts'
import { adminPageFor, type Expected, holds, type Place, type Row } from '../row.ts'

const refused: Expected = { kind: 'refused' }
const missing: Expected = { kind: 'missing' }
const unknown = 9999
const shown = (kinds: readonly string[], all: readonly string[]): Expected => ({
  kind: 'shown',
  shows: { kinds, all: all.toSorted() },
})

/** Mails that came in, for administrators; what one says that belongs to a ticket, only for those who may read that too. */
export const mailInRows: readonly Row[] = [
  {
    target: 'GET /admin/mail/held',
    cases: (place) => [
      adminPageFor(place, '/admin/mail/held', () =>
        shown(
          ['mailsubject', 'mailbody'],
          Object.values(HELD).map((id) => canary('mailsubject', id)),
        ),
      ),
      ...['?view=taken', '?view=x&before=x', '?view=discarded&before=2'].map((query) =>
        adminPageFor(place, `/admin/mail/held${query}`),
      ),
    ],
  },
  {
    target: 'GET /admin/mail/held/[id]',
    cases: (place) => [
      adminPageFor(place, `/admin/mail/held/${HELD.nobodys}`, () =>
        shown(['mailbody'], [canary('mailbody', HELD.nobodys)]),
      ),
      adminPageFor(place, `/admin/mail/held/${HELD.ofTicket}`, () => shown(['mailbody', 'subject'], [])),
      ...[unknown, 'x'].map((id) => adminPageFor(place, `/admin/mail/held/${id}`, () => missing)),
    ],
  },
  { target: 'GET /admin/mail/inbox', cases: (place) => [adminPageFor(place, '/admin/mail/inbox')] },
]

/** @param idOf the id that the build gave an action */
export function mailInActions(idOf: (action: string) => string): Row[] {
  const held = 'app/admin/mail/held/actions.ts'
  const inbox = 'app/admin/mail/inbox/actions.ts'
  const byAdministrator = (place: Place, to: RegExp): Expected =>
    holds(place, 'administer') ? { kind: 'done', to } : refused
  const decide = (name: string, mail: number, fields: Fields) =>
    actionCall(`/admin/mail/held/${mail}`, idOf(`${held}#${name}`), { mail: String(mail), ...fields }, {})
  const keep = (fields: Fields) =>
    actionCall('/admin/mail/inbox', idOf(`${inbox}#save`), { ...form, version: versionOf(INBOX), ...fields }, {})
  const press = (name: string, fields: Fields = {}) => actionForm('/admin/mail/inbox', idOf(`${inbox}#${name}`), fields)
  const removing = (fields: Fields) => actionCall('/admin/mail/inbox', idOf(`${inbox}#remove`), fields, {})
  return [
    {
      // Nobody of the town administers and reads tickets, which accepting needs both.
      target: `action ${held}#accept`,
      cases: () =>
        [HELD.nobodys, HELD.ofTicket, unknown].flatMap((mail) => [
          { message: decide('accept', mail, { ticket: '100001', as: 'comment', contact: '1' }), expected: refused },
          { message: decide('accept', mail, { ticket: '100001', as: 'note' }), expected: refused },
        ]),
    },
    {
      target: `action ${held}#discard`,
      counts: `select count(*) from mails_in where state = 'discarded'`,
      cases: (place) => [
        { message: decide('discard', HELD.nobodys, { note: ' ' }), expected: refused },
        { message: decide('discard', unknown, { note: 'No' }), expected: refused },
        {
          message: decide('discard', HELD.toDiscard, { note: 'No' }),
          expected: byAdministrator(place, /^\/admin\/mail\/held\?done=discarded$/),
        },
      ],
    },
    {
      target: `action ${inbox}#save`,
      counts: `select count(*) from audit where action = 'mail_inbox.changed'`,
      cases: (place) => [
        // Another server gets no password that was given for this one.
        ...[{ host: 'not a host' }, { host: 'elsewhere.example' }, { doneFolder: 'inbox' }, { version: 'older' }].map(
          (fields) => ({ message: keep(fields), expected: refused }),
        ),
        { message: keep({}), expected: byAdministrator(place, /^\/admin\/mail\/inbox\?done=saved$/) },
      ],
    },
    // Nothing listens where the town's mailbox is.
    { target: `action ${inbox}#tryIt`, cases: () => [{ message: press('tryIt'), expected: refused }] },
    {
      target: `action ${inbox}#remove`,
      counts: `select count(*) from audit where action = 'mail_inbox.changed'`,
      cases: (place) => [
        // The first press asks.
        ...['', 'preview'].map((intent) => ({ message: removing({ intent }), expected: refused })),
        {
          message: removing({ intent: 'remove' }),
          expected: byAdministrator(place, /^\/admin\/mail\/inbox\?done=removed$/),
        },
      ],
    },
  ]
}

const { active: _, port, ...known } = INBOX
const form: Fields = { ...known, port: String(port), password: '' }
