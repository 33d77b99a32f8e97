import { actionCall, actionForm, type Fields } from '../forms.ts'
import { adminPageFor, type Case, type Expected, holds, type Place, type Row } from '../row.ts'
import { queues } from '../town.ts'

const PARTS = ['fields', 'statuses', 'activities', 'text-classes', 'service'] as const
const unknown = 99
const queue = String(queues.helpdesk)

/** Pages of queues and text classes: whatever exists, and what does not, only for administrators. */
export const adminQueueRows: readonly Row[] = [
  pages('/admin/queues', ['/admin/queues']),
  pages('/admin/queues/new', ['/admin/queues/new']),
  pages('/admin/queues/[queue]', [`/admin/queues/${queue}`], [`/admin/queues/${unknown}`, '/admin/queues/x']),
  ...PARTS.map((part) =>
    pages(`/admin/queues/[queue]/${part}`, [`/admin/queues/${queue}/${part}`], [`/admin/queues/${unknown}/${part}`]),
  ),
  // The fourth field and the third status are another queue's.
  ofPart('fields', 'field', 1, 4),
  ofPart('statuses', 'status', 1, 3),
  ofPart('activities', 'activity', 1, 3),
  pages('/admin/text-classes', ['/admin/text-classes']),
  pages('/admin/text-classes/new', ['/admin/text-classes/new']),
  pages('/admin/text-classes/[textClass]', ['/admin/text-classes/1'], [`/admin/text-classes/${unknown}`]),
]

function pages(target: string, there: string[], missing: string[] = []): Row {
  return {
    target: `GET ${target}`,
    cases: (place) => [
      ...there.map((path) => adminPageFor(place, path)),
      ...missing.map((path) => adminPageFor(place, path, () => ({ kind: 'missing' }))),
    ],
  }
}

function ofPart(part: string, name: string, own: number, foreign: number): Row {
  const at = (id: number | string) => `/admin/queues/${queue}/${part}/${id}`
  return pages(`/admin/queues/[queue]/${part}/[${name}]`, [at('new'), at(own)], [at(foreign), at(unknown)])
}

const labels = { 'labels.en': 'Word' }
const status = { queue, ...labels, kind: 'open', acceptsComments: 'on' }
const field = { queue, ...labels, type: 'text', exposure: 'full' }
const activity = { queue, ...labels, from: '1', toStatusId: '2' }
const textClass = { ...labels, colour: 'info', icon: 'message' }
const basics = { ...labels, key: 'word', kind: 'regular', icon: 'inbox', active: 'on' }

type Way = {
  action: string
  /** On which page it is called. */
  path: string
  /** What an administrator may send. */
  done: Fields[]
  /** What is refused to everybody, for it is not there, of another queue, or in use. */
  never: Fields[]
  /** Without a state: a plain form. */
  plain?: true
}

/** The actions of queues and text classes; each done one is told once in the audit log. */
export function adminQueueActions(idOf: (action: string) => string): Row[] {
  return ways.map(({ action, path, done, never, plain }) => ({
    target: `action app/admin/${action}`,
    counts: 'select count(*) from audit',
    cases: (place: Place) => {
      const id = idOf(`app/admin/${action}`)
      const message = (fields: Fields) => (plain ? actionForm(path, id, fields) : actionCall(path, id, fields, {}))
      const may = holds(place, 'administer')
      const allowed: Expected = may
        ? { kind: 'done', to: /\?done=(created|saved|deleted|moved)$/ }
        : { kind: 'refused' }
      return [
        ...never.map((fields): Case => ({ message: message(fields), expected: { kind: 'refused' } })),
        ...done.map((fields): Case => ({ message: message(fields), expected: allowed })),
      ]
    },
  }))
}

const own = (rest: Fields) => ({ queue, ...rest })
const partWays = (
  part: string,
  { make, change, foreign }: { make: Fields; change: Fields; foreign: string },
): Way[] => {
  const action = (name: string) => `queues/[queue]/${part}/actions.ts#${name}`
  const path = `/admin/queues/${queue}/${part}`
  return [
    { action: action('create'), path, done: [{ ...make, key: 'word' }], never: [{ ...make, queue: String(unknown) }] },
    {
      action: action('save'),
      path,
      done: [{ ...change, id: '1' }],
      never: [
        { ...change, id: foreign },
        { ...change, id: '1', version: 'old' },
      ],
    },
    {
      action: action('move'),
      path,
      plain: true,
      done: [own({ id: '1', direction: 'down' })],
      never: [own({ id: foreign, direction: 'down' })],
    },
  ]
}

const ways: Way[] = [
  {
    action: 'queues/actions.ts#create',
    path: '/admin/queues/new',
    done: [basics],
    never: [{ ...basics, key: 'q1' }],
  },
  {
    action: 'queues/actions.ts#move',
    path: '/admin/queues',
    plain: true,
    done: [own({ direction: 'down' })],
    never: [{ queue: String(unknown), direction: 'down' }],
  },
  {
    action: 'queues/[queue]/actions.ts#save',
    path: `/admin/queues/${queue}`,
    done: [own(basics)],
    never: [{ ...basics, queue: String(unknown) }, own({ ...basics, version: 'old' })],
  },
  {
    action: 'queues/[queue]/actions.ts#remove',
    path: `/admin/queues/${queue}`,
    done: [],
    never: [own({}), { queue: String(unknown) }],
  },
  {
    action: 'queues/[queue]/text-classes/actions.ts#save',
    path: `/admin/queues/${queue}/text-classes`,
    done: [own({ allowed: '1', engineerTextClassId: '', customerTextClassId: '1' })],
    never: [own({ allowed: '2', engineerTextClassId: '', customerTextClassId: '2' })],
  },
  {
    action: 'queues/[queue]/service/actions.ts#save',
    path: `/admin/queues/${queue}/service`,
    done: [own({ answerHours: '4', always: 'on', timeZone: 'Europe/Berlin' })],
    never: [own({ answerHours: '4', timeZone: 'Europe/Berlin' })],
  },
  ...partWays('statuses', { make: status, change: { ...status, isInitial: 'on' }, foreign: '3' }),
  {
    action: 'queues/[queue]/statuses/actions.ts#remove',
    path: `/admin/queues/${queue}/statuses/2`,
    done: [],
    never: [own({ id: '1' }), own({ id: '2' }), own({ id: '3' })],
  },
  ...partWays('activities', { make: activity, change: activity, foreign: '3' }),
  {
    action: 'queues/[queue]/activities/actions.ts#remove',
    path: `/admin/queues/${queue}/activities/1`,
    done: [own({ id: '1' })],
    never: [own({ id: '3' })],
  },
  ...partWays('fields', { make: field, change: field, foreign: '4' }),
  {
    action: 'queues/[queue]/fields/actions.ts#remove',
    path: `/admin/queues/${queue}/fields/1`,
    // No ticket lies in the letterbox.
    done: [{ queue: String(queues.letterbox), id: '10' }],
    never: [own({ id: '1' }), own({ id: '4' })],
  },
  {
    action: 'text-classes/actions.ts#create',
    path: '/admin/text-classes/new',
    done: [{ ...textClass, key: 'word' }],
    never: [{ ...textClass, key: 't1' }],
  },
  {
    action: 'text-classes/actions.ts#save',
    path: '/admin/text-classes/2',
    done: [{ ...textClass, id: '2' }],
    // Customers write in the first class, and would not be able to read it.
    never: [
      { ...textClass, id: '1' },
      { ...textClass, id: '2', version: 'old' },
      { ...textClass, id: String(unknown) },
    ],
  },
  {
    action: 'text-classes/actions.ts#remove',
    path: '/admin/text-classes/2',
    done: [],
    never: [{ id: '2' }, { id: String(unknown) }],
  },
]
