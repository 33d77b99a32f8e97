import { randomUUID } from 'node:crypto'
import { profileRow } from '#e2e/access/database/rows.ts'
import type { Fields } from '../forms.ts'
import { adminPageFor, type Case, type Place, type Row } from '../row.ts'
import { engineers, profiles, roles } from '../town.ts'
import { rowsOfSteps, type Step } from './admin-steps.ts'

const unknown = 9999
const missing = () => ({ kind: 'missing' }) as const
const profile = profileRow(profiles.basic)

const pages: Record<string, (place: Place) => Case[]> = {
  '/admin/people': (place) =>
    ['', '?kind=profile', '?kind=engineer&state=inactive&q=Engineer', `?before=${engineers.desk}`].map((query) =>
      adminPageFor(place, `/admin/people${query}`),
    ),
  '/admin/people/new/[kind]': (place) => [
    adminPageFor(place, '/admin/people/new/engineer'),
    adminPageFor(place, '/admin/people/new/profile'),
    adminPageFor(place, '/admin/people/new/robot', missing),
  ],
  '/admin/people/[id]': (place) => ofPeople(place, ''),
  '/admin/people/[id]/deactivate': (place) => ofPeople(place, '/deactivate'),
  '/admin/people/[id]/second-factor': (place) => [
    adminPageFor(place, `/admin/people/${engineers.desk}/second-factor`),
    adminPageFor(place, `/admin/people/${engineers.administrator}/second-factor`, missing),
    adminPageFor(place, `/admin/people/${profile}/second-factor`, missing),
    adminPageFor(place, `/admin/people/${unknown}/second-factor`, missing),
  ],
  '/admin/people/[id]/contacts': (place) => [
    adminPageFor(place, `/admin/people/${profile}/contacts`),
    adminPageFor(place, `/admin/people/${engineers.desk}/contacts`, missing),
    adminPageFor(place, `/admin/people/${unknown}/contacts`, missing),
  ],
  '/admin/roles': (place) => ['', '?q=role', '?before=2'].map((query) => adminPageFor(place, `/admin/roles${query}`)),
  '/admin/roles/new': (place) => [
    adminPageFor(place, '/admin/roles/new'),
    adminPageFor(place, `/admin/roles/new?copy=${roles.lead}`),
    adminPageFor(place, `/admin/roles/new?copy=${unknown}`, missing),
  ],
  '/admin/roles/[id]': (place) => [
    adminPageFor(place, `/admin/roles/${roles.basic}`),
    adminPageFor(place, `/admin/roles/${roles.nobodys}`),
    adminPageFor(place, `/admin/roles/${unknown}`, missing),
    adminPageFor(place, '/admin/roles/x', missing),
  ],
  '/admin/roles/compare': (place) =>
    ['', `?left=${roles.basic}&right=${roles.lead}`, `?left=${unknown}&right=${roles.lead}`].map((query) =>
      adminPageFor(place, `/admin/roles/compare${query}`),
    ),
  '/admin/licence': (place) => [adminPageFor(place, '/admin/licence')],
}

function ofPeople(place: Place, tab: string): Case[] {
  return [
    adminPageFor(place, `/admin/people/${engineers.desk}${tab}`),
    adminPageFor(place, `/admin/people/${profile}${tab}`),
    adminPageFor(place, `/admin/people/${unknown}${tab}`, missing),
  ]
}

/** Engineers, profiles, roles and the licence: for administrators, who need not see a ticket or a customer for it. */
export const peopleRows: readonly Row[] = Object.entries(pages).map(([path, cases]) => ({
  target: `GET ${path}`,
  cases,
}))

const person = (fields: Fields = {}): Fields => ({
  name: 'Somebody',
  login: randomUUID(),
  email: '',
  locale: 'en',
  ldapId: 'somebody',
  password: '',
  ...fields,
})
const told = (action: string) => `select count(*) from audit where action = '${action}'`
const peopleAction = (name: string) => `app/admin/people/actions.ts#${name}`
const roleAction = (name: string) => `app/admin/roles/actions.ts#${name}`
const someone = /^\/admin\/people\/\d+\?done=\w+$/
const made = 'select count(*) from engineers'

const steps: Step[] = [
  {
    ...{ action: peopleAction('addEngineer'), path: '/admin/people/new/engineer', counts: made, to: someone },
    done: () => [person(), person({ roles: String(roles.desk) })],
    refused: () => [person({ login: 'CANARYDESKLOGIN1X' }), person({ roles: String(unknown) }), person({ ldapId: '' })],
  },
  {
    ...{ action: peopleAction('addProfile'), path: '/admin/people/new/profile', counts: made, to: someone },
    done: () => [person({ roles: String(roles.basic) })],
    refused: () => [person({ login: `canarydesklogin${profile}x` }), person({ name: '' })],
  },
  {
    ...{ action: peopleAction('saveEngineer'), path: `/admin/people/${engineers.keeper}`, to: someone },
    counts: told('engineer.changed'),
    done: () => [person({ id: String(engineers.keeper), roles: String(roles.keeper) })],
    refused: () => [
      person({ id: String(engineers.administrator), roles: String(roles.desk) }),
      person({ id: String(engineers.keeper), version: 'older' }),
      person({ id: String(profile) }),
      person({ id: String(unknown) }),
    ],
  },
  {
    ...{ action: peopleAction('saveProfile'), path: `/admin/people/${profile}`, to: someone },
    counts: told('engineer.changed'),
    done: () => [person({ id: String(profile), roles: String(roles.basic) })],
    refused: () => [person({ id: String(engineers.desk) }), person({ id: String(unknown) })],
  },
  {
    ...{ action: peopleAction('deactivate'), path: `/admin/people/${profile}/deactivate`, to: someone },
    counts: 'select count(*) from engineers where not active',
    done: () => [{ id: String(profile) }, { id: String(engineers.desk) }],
    refused: () => [{ id: String(engineers.administrator) }, { id: String(unknown) }, { id: 'x' }],
  },
  {
    ...{ action: peopleAction('reactivate'), path: `/admin/people/${engineers.inactive}`, to: someone },
    counts: 'select count(*) from engineers where active',
    done: () => [{ id: String(engineers.inactive) }],
    refused: () => [{ id: String(unknown) }],
  },
  {
    ...{ action: peopleAction('unlock'), path: `/admin/people/${engineers.desk}`, to: someone },
    counts: told('engineer.unlocked'),
    plain: true,
    done: () => [{ id: String(engineers.desk) }],
    refused: () => [{ id: String(unknown) }, { id: 'x' }],
  },
  {
    ...{ action: peopleAction('removeLostFactor'), path: `/admin/people/${engineers.desk}/second-factor`, to: someone },
    counts: told('second_factor.removed'),
    done: () => [{ id: String(engineers.desk), reason: 'By phone' }],
    refused: () => [
      { id: String(engineers.keeper), reason: ' ' },
      ...[engineers.administrator, profile, unknown].map((id) => ({ id: String(id), reason: 'By phone' })),
    ],
  },
  {
    ...{ action: roleAction('addRole'), path: '/admin/roles/new', counts: 'select count(*) from roles' },
    to: /^\/admin\/roles\/\d+\?done=created$/,
    done: () => [{ name: randomUUID(), description: '', queues: '1:read', groups: '1:read', rights: 'administer' }],
    refused: () => [
      { name: 'canaryrole1x' },
      { name: '' },
      { name: 'x', queues: `${unknown}:read` },
      { name: 'x', rights: 'all' },
    ],
  },
  {
    ...{ action: roleAction('saveRole'), path: `/admin/roles/${roles.keeper}`, counts: told('role.changed') },
    to: /^\/admin\/roles\/\d+\?done=saved$/,
    done: () => [{ id: String(roles.keeper), name: 'Keeper', queues: '1:read' }],
    refused: () => [
      { id: String(roles.administrator), name: 'Administrator' },
      { id: String(roles.keeper), name: 'Keeper', version: 'older' },
      { id: String(unknown), name: 'x' },
    ],
  },
  {
    ...{ action: roleAction('removeRole'), path: `/admin/roles/${roles.nobodys}`, counts: told('role.deleted') },
    to: /^\/admin\/roles\?done=deleted$/,
    done: () => [{ id: String(roles.nobodys) }],
    refused: () => [{ id: String(roles.basic) }, { id: String(unknown) }],
  },
  {
    ...{ action: 'app/admin/licence/actions.ts#saveLimits', path: '/admin/licence', counts: told('licence.changed') },
    to: /^\/admin\/licence\?done=saved$/,
    done: () => [
      { seats: '5', concurrentCustomers: '7' },
      { seats: '', concurrentCustomers: '' },
    ],
    refused: () => [
      { seats: '-1', concurrentCustomers: '' },
      { seats: '', concurrentCustomers: 'many' },
    ],
  },
]

export const peopleActionRows = (idOf: (action: string) => string): Row[] => rowsOfSteps(steps, idOf)
