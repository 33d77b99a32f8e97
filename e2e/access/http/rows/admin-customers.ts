import { randomUUID } from 'node:crypto'
import { profileRow } from '#e2e/access/database/rows.ts'
import type { GlobalGrant } from '#e2e/access/oracle/world.ts'
import { actionCall, actionForm, type Fields, posted } from '../forms.ts'
import { DATA_FIELDS, FIELD_GROUPS, HOST, SETTING } from '../ink.ts'
import { announcements } from '../news.ts'
import { adminPageFor, type Case, holds, type Place, type Row, signedInAs } from '../row.ts'
import { groups, profiles } from '../town.ts'

const unknown = 9999
const news = announcements[0]?.id ?? 0
const group = groups.industry
const newsGrants: readonly GlobalGrant[] = ['administer', 'manage news']
const missing = () => ({ kind: 'missing' }) as const
const model = `/admin/groups/${group}/fields`

const pages: Record<string, (place: Place) => Case[]> = {
  '/admin/groups': (place) => [adminPageFor(place, '/admin/groups')],
  '/admin/groups/new': (place) => [adminPageFor(place, '/admin/groups/new')],
  '/admin/groups/[group]': (place) => [
    ...Object.values(groups).map((id) => adminPageFor(place, `/admin/groups/${id}`)),
    adminPageFor(place, `/admin/groups/${unknown}`, missing),
    adminPageFor(place, '/admin/groups/x', missing),
  ],
  '/admin/groups/[group]/fields': (place) => [
    adminPageFor(place, model),
    adminPageFor(place, `/admin/groups/${unknown}/fields`, missing),
  ],
  '/admin/groups/[group]/field-groups/[fieldGroup]': (place) => [
    adminPageFor(place, `/admin/groups/${group}/field-groups/new?level=company`),
    adminPageFor(place, `/admin/groups/${group}/field-groups/${FIELD_GROUPS.empty}`),
    adminPageFor(place, `/admin/groups/${groups.health}/field-groups/${FIELD_GROUPS.empty}`, missing),
  ],
  '/admin/groups/[group]/fields/[field]': (place) => [
    adminPageFor(place, `${model}/new?in=${FIELD_GROUPS.empty}`),
    adminPageFor(place, `${model}/new?in=${FIELD_GROUPS.empty}&type=list`),
    adminPageFor(place, `${model}/new`, missing),
    adminPageFor(place, `${model}/${DATA_FIELDS.note}`),
    adminPageFor(place, `${model}/${DATA_FIELDS.archived}`, missing),
    adminPageFor(place, `/admin/groups/${groups.health}/fields/${DATA_FIELDS.note}`, missing),
  ],
  '/admin/groups/[group]/fields/[field]/type': (place) => [
    adminPageFor(place, `${model}/${DATA_FIELDS.note}/type`),
    // The administrator reads no customer group, so the values that do not fit are not shown.
    adminPageFor(place, `${model}/${DATA_FIELDS.note}/type?to=number`, () => ({
      kind: 'shown',
      shows: { kinds: ['contactnote'], all: [] },
    })),
    adminPageFor(place, `${model}/${DATA_FIELDS.archived}/type?to=number`, missing),
  ],
  '/admin/news': (place) =>
    ['', `?after=${news}`].map((query) => adminPageFor(place, `/admin/news${query}`, undefined, newsGrants)),
  '/admin/news/[news]': (place) => [
    adminPageFor(place, '/admin/news/new', undefined, newsGrants),
    adminPageFor(place, `/admin/news/${news}`, undefined, newsGrants),
    adminPageFor(place, `/admin/news/${unknown}`, missing, newsGrants),
  ],
  '/admin/hosts': (place) => [adminPageFor(place, '/admin/hosts')],
  '/admin/hosts/[host]': (place) => [
    adminPageFor(place, '/admin/hosts/new'),
    adminPageFor(place, `/admin/hosts/${HOST}`),
    adminPageFor(place, '/admin/hosts/nowhere.example', missing),
  ],
  '/admin/themes': (place) => [adminPageFor(place, '/admin/themes')],
  '/admin/themes/[theme]': (place) => [
    adminPageFor(place, '/admin/themes/default'),
    adminPageFor(place, '/admin/themes/default?company=c'),
    adminPageFor(place, '/admin/themes/nothing', missing),
  ],
  '/admin/themes/preview': (place) => [adminPageFor(place, '/admin/themes/preview')],
  '/admin/settings': (place) => [adminPageFor(place, '/admin/settings')],
  '/admin/settings/[key]': (place) => [
    adminPageFor(place, '/admin/settings/contact.authentication.method'),
    adminPageFor(place, `/admin/settings/${SETTING}`),
    adminPageFor(place, '/admin/settings/toString', missing),
  ],
}

/** Customer groups with their data model, news, hosts, themes and settings. */
export const adminCustomerRows: readonly Row[] = Object.entries(pages).map(([path, cases]) => ({
  target: `GET ${path}`,
  cases,
}))

type Step = {
  action: string
  path: string
  counts: string
  to: RegExp
  done: (place: Place) => Fields[]
  refused: () => Fields[]
  grants?: readonly GlobalGrant[]
  /** A button without form state: it takes the form alone. */
  button?: true
}

const told = (action: string) => `select count(*) from audit where action = '${action}'`
const inGroups = (name: string) => `app/admin/groups/actions.ts#${name}`
const inModel = (name: string) => `app/admin/groups/fields-actions.ts#${name}`
const field = (id: number, fields: Fields = {}): Fields => ({ group: String(group), id: String(id), ...fields })
const modelDone = (done: string) => new RegExp(`^${model}\\?done=${done}$`)
const label = { 'labels.en': 'Label' }
const ofGroup = (fields: Fields = {}): Fields => ({
  key: `k${randomUUID()}`,
  ...label,
  hasCompanies: 'yes',
  portalEnabled: 'on',
  accountAssignment: 'manual',
  ...fields,
})
const announcement = (fields: Fields = {}): Fields => ({
  'titles.en': 'Title',
  'bodies.en': 'Body',
  visibleFrom: '',
  visibleTo: '',
  audience: 'all',
  ...fields,
})
const stale = { version: 'older' }

const steps: Step[] = [
  {
    ...{ action: inGroups('create'), path: '/admin/groups/new', counts: 'select count(*) from customer_groups' },
    to: /^\/admin\/groups\/\d+\/fields\?done=created$/,
    done: () => [
      ofGroup(),
      ofGroup({ accountAssignment: 'fixed', fixedProfileId: String(profileRow(profiles.basic)) }),
    ],
    refused: () => [
      ofGroup({ key: 'g1' }),
      ofGroup({ accountAssignment: 'fixed' }),
      ofGroup({ accountAssignment: 'fixed', fixedProfileId: '1' }),
      ofGroup({ theme: 'nothing' }),
    ],
  },
  {
    ...{ action: inGroups('save'), path: `/admin/groups/${group}`, counts: told('customer_group.changed') },
    to: /^\/admin\/groups\/1\?done=saved$/,
    done: () => [ofGroup({ group: String(group) })],
    refused: () => [ofGroup({ group: String(group), ...stale }), ofGroup({ group: String(unknown), ...stale })],
  },
  {
    ...{ action: inModel('addFieldGroup'), path: `/admin/groups/${group}/field-groups/new` },
    ...{ counts: told('field_group.created'), to: modelDone('fieldGroup') },
    done: () => [{ group: String(group), level: 'company', ...label }],
    refused: () => [
      { group: String(group), level: 'city', ...label },
      { group: String(unknown), level: 'company', ...label },
    ],
  },
  {
    ...{ action: inModel('saveFieldGroup'), path: `/admin/groups/${group}/field-groups/${FIELD_GROUPS.empty}` },
    ...{ counts: told('field_group.changed'), to: modelDone('fieldGroup') },
    done: () => [field(FIELD_GROUPS.empty, label)],
    refused: () => [field(FIELD_GROUPS.empty, { ...label, ...stale })],
  },
  {
    ...{ action: inModel('removeFieldGroup'), path: `/admin/groups/${group}/field-groups/${FIELD_GROUPS.empty}` },
    ...{ counts: told('field_group.deleted'), to: modelDone('fieldGroupDeleted') },
    done: () => [field(FIELD_GROUPS.empty)],
    refused: () => [field(group), { group: String(groups.health), id: String(FIELD_GROUPS.empty) }],
  },
  {
    ...{
      button: true,
      action: inModel('moveOneGroup'),
      path: model,
      counts: told('field_group.moved'),
      to: modelDone('moved'),
    },
    done: () => [field(FIELD_GROUPS.empty, { direction: 'up' })],
    refused: () => [field(FIELD_GROUPS.empty, { direction: 'left' }), field(groups.health, { direction: 'up' })],
  },
  {
    ...{ action: inModel('addField'), path: `${model}/new?in=${FIELD_GROUPS.empty}&type=text` },
    ...{ counts: 'select count(*) from data_fields', to: modelDone('field') },
    done: () => [field(0, { fieldGroup: String(FIELD_GROUPS.empty), key: 'shoe_size', type: 'number', ...label })],
    refused: () => [
      field(0, { fieldGroup: String(FIELD_GROUPS.empty), key: 'note', type: 'text', ...label }),
      field(0, {
        fieldGroup: String(FIELD_GROUPS.empty),
        key: 'more',
        type: 'text',
        annotations: 'username',
        ...label,
      }),
      field(0, { fieldGroup: String(groups.health), key: 'more', type: 'text', ...label }),
    ],
  },
  {
    ...{ action: inModel('saveField'), path: `${model}/${DATA_FIELDS.note}`, counts: told('data_field.changed') },
    to: modelDone('field'),
    done: () => [field(DATA_FIELDS.note, label)],
    refused: () => [
      field(DATA_FIELDS.note, { ...label, ...stale }),
      field(DATA_FIELDS.archived, { ...label, ...stale }),
    ],
  },
  {
    ...{ action: inModel('retype'), path: `${model}/${DATA_FIELDS.note}/type?to=list` },
    ...{ counts: told('data_field.type_changed'), to: modelDone('type') },
    done: () => [field(DATA_FIELDS.note, { to: 'list' })],
    refused: () => [
      field(DATA_FIELDS.note, { to: 'list', ...stale }),
      field(DATA_FIELDS.archived, { to: 'list', ...stale }),
    ],
  },
  {
    ...{ action: inModel('takeOut'), path: `${model}/${DATA_FIELDS.note}`, counts: told('data_field.archived') },
    to: modelDone('archived'),
    done: () => [field(DATA_FIELDS.note)],
    refused: () => [field(unknown), { group: String(groups.health), id: String(DATA_FIELDS.note) }],
  },
  {
    ...{
      button: true,
      action: inModel('putBack'),
      path: model,
      counts: told('data_field.restored'),
      to: modelDone('restored'),
    },
    done: () => [field(DATA_FIELDS.archived)],
    refused: () => [field(DATA_FIELDS.note), field(unknown)],
  },
  {
    ...{
      button: true,
      action: inModel('moveOneField'),
      path: model,
      counts: told('data_field.moved'),
      to: modelDone('moved'),
    },
    done: () => [field(DATA_FIELDS.note, { direction: 'up' })],
    refused: () => [field(unknown, { direction: 'up' })],
  },
  {
    ...{ action: 'app/admin/news/actions.ts#create', path: '/admin/news/new', grants: newsGrants },
    ...{ counts: 'select count(*) from news', to: /^\/admin\/news\/\d+\?done=created$/ },
    done: () => [announcement(), announcement({ audience: 'some', groups: '1' })],
    refused: () => [
      announcement({ 'titles.en': '' }),
      announcement({ audience: 'some' }),
      announcement({ audience: 'some', groups: String(unknown) }),
    ],
  },
  {
    ...{ action: 'app/admin/news/actions.ts#save', path: `/admin/news/${news}`, grants: newsGrants },
    ...{ counts: told('news.changed'), to: /^\/admin\/news\/\d+\?done=saved$/ },
    done: () => [announcement({ id: String(news) })],
    refused: () => [announcement({ id: String(news), ...stale }), announcement({ id: String(unknown), ...stale })],
  },
  {
    ...{ action: 'app/admin/news/actions.ts#remove', path: `/admin/news/${news}`, grants: newsGrants },
    ...{ counts: told('news.deleted'), to: /^\/admin\/news\?done=deleted$/ },
    // Each who may deletes one of its own.
    done: (place) => [{ id: String(announcements[holds(place, 'administer') ? 0 : 1]?.id) }],
    refused: () => [{ id: String(unknown) }, { id: 'x' }],
  },
  {
    ...{ action: 'app/admin/hosts/actions.ts#create', path: '/admin/hosts/new' },
    ...{ counts: 'select count(*) from hosts', to: /^\/admin\/hosts\?done=saved$/ },
    done: () => [{ host: 'new.example', theme: 'default', groups: '1' }],
    refused: () => [
      { host: HOST, theme: 'default' },
      { host: 'https://new.example', theme: 'default' },
      { host: 'new.example', theme: 'nothing' },
      { host: 'new.example', theme: 'default', groups: String(unknown) },
    ],
  },
  {
    ...{ action: 'app/admin/hosts/actions.ts#save', path: `/admin/hosts/${HOST}`, counts: told('host.changed') },
    to: /^\/admin\/hosts\?done=saved$/,
    done: () => [{ shownHost: HOST, host: 'other.example', theme: 'default' }],
    refused: () => [{ shownHost: HOST, host: HOST, theme: 'default', ...stale }],
  },
  {
    ...{ action: 'app/admin/hosts/actions.ts#remove', path: `/admin/hosts/${HOST}`, counts: told('host.deleted') },
    to: /^\/admin\/hosts\?done=deleted$/,
    done: () => [{ shownHost: HOST }],
    refused: () => [{ shownHost: 'nowhere.example' }],
  },
  {
    ...{ action: 'app/admin/themes/actions.ts#dressGroup', path: '/admin/themes/default' },
    ...{ counts: told('customer_group.dressed'), to: /^\/admin\/themes\/default\?done=dressed$/ },
    done: () => [{ theme: 'default', group: String(group) }],
    refused: () => [
      { theme: 'nothing', group: String(group) },
      { theme: 'default', group: String(unknown) },
    ],
  },
  {
    ...{ button: true, action: 'app/admin/themes/actions.ts#dressCompany', path: '/admin/themes/default?company=c' },
    ...{ counts: told('company.dressed'), to: /^\/admin\/themes\/default\?done=dressed$/ },
    done: () => [{ theme: 'default', company: '1' }],
    refused: () => [{ theme: 'default', company: String(unknown) }],
  },
  {
    ...{ button: true, action: 'app/admin/themes/actions.ts#undress', path: '/admin/themes/default' },
    ...{ counts: told('customer_group.dressed'), to: /^\/admin\/themes\/default\?done=undressed$/ },
    done: () => [{ theme: 'default', kind: 'customer_group', id: String(group) }],
    refused: () => [{ theme: 'default', kind: 'city', id: '1' }],
  },
  {
    ...{ action: 'app/admin/settings/actions.ts#saveSetting', path: '/admin/settings/attachment.max_files' },
    ...{ counts: told('setting.changed'), to: /^\/admin\/settings\?done=attachment\.max_files$/ },
    done: () => [{ key: 'attachment.max_files', value: '7' }],
    refused: () => [
      { key: 'attachment.max_files', value: '0' },
      { key: 'contact.authentication.method', value: 'RADIUS' },
      { key: 'toString', value: '7' },
    ],
  },
  {
    ...{ button: true, action: 'app/admin/settings/actions.ts#resetToDefault', path: `/admin/settings/${SETTING}` },
    ...{ counts: told('setting.changed'), to: /^\/admin\/settings\?done=password\.reset_minutes$/ },
    done: () => [{ key: SETTING }],
    refused: () => [{ key: 'toString' }],
  },
]

/** Forms whose handlers are routes: only a whole new page wears another theme. */
const previews: readonly Row[] = [
  {
    target: 'POST /admin/themes/preview/open',
    cases: (place) =>
      ['default', 'nothing'].map((theme) => ({
        message: posted('/admin/themes/preview/open', { theme }),
        expected:
          theme === 'default' && holds(place, 'administer')
            ? { kind: 'done', to: /^\/admin\/themes\/preview$/ }
            : { kind: 'refused' },
      })),
  },
  {
    target: 'POST /admin/themes/preview/leave',
    cases: (place) => [
      {
        message: posted('/admin/themes/preview/leave', {}),
        expected: { kind: 'sent', to: leads[signedInAs(place)] },
      },
    ],
  },
]
const leads = { anonymous: '/sign-in', contact: '/', engineer: '/admin/themes', viewing: '/' } as const

export function adminCustomerActions(idOf: (action: string) => string): Row[] {
  const actions = steps.map(
    ({ action, path, counts, done, refused, to, button, grants = ['administer'] }): Row => ({
      target: `action ${action}`,
      counts,
      cases: (place) => {
        const may = grants.some((grant) => holds(place, grant))
        const all = [
          ...done(place).map((fields) => ({ fields, right: may })),
          ...refused().map((fields) => ({ fields, right: false })),
        ]
        return all.map(({ fields, right }, at) => ({
          message:
            at % 2 === 0
              ? actionForm(path, idOf(action), fields)
              : actionCall(path, idOf(action), fields, button ? undefined : {}),
          expected: right ? { kind: 'done', to } : { kind: 'refused' },
        }))
      },
    }),
  )
  return [...actions, ...previews]
}
