import { randomUUID } from 'node:crypto'
import { canary, profileRow } from '#e2e/access/database/rows.ts'
import { onGroup } from '#e2e/access/oracle/grants.ts'
import { actorOf } from '#e2e/access/oracle/standing.ts'
import { byId, type GroupGrant, type Id } from '#e2e/access/oracle/world.ts'
import { actionCall, actionForm, type Fields } from '../forms.ts'
import { type Case, type Expected, type Place, pageFor, type Row, signedInAs } from '../row.ts'
import { groups, people, profiles, sessionOfEngineer } from '../town.ts'

const companies = { ac: 1, acme: 2, otherAc: 3, empty: 50 } as const
const unknown = 9999

function may({ world, viewer }: Place, group: Id | undefined, grant: GroupGrant): boolean {
  const principal = actorOf(world, viewer)?.principal
  return principal?.kind === 'engineer' && group !== undefined && onGroup(world, principal, group, grant)
}

/** What is not readable does not exist (V8); without the grant one is told so. */
function under(place: Place, group: Id | undefined, grant: GroupGrant, shown: Expected = { kind: 'shown' }): Expected {
  if (!may(place, group, 'read')) return { kind: 'missing' }
  return may(place, group, grant) ? shown : { kind: 'forbidden' }
}

const groupOf = ({ world }: Place, contact: Id) => byId(world.contacts, contact)?.group
const someContacts = [people.customer, people.patient, people.noAccount, people.deactivated, unknown]
const someCompanies = [companies.ac, companies.otherAc, unknown]

function ofContacts(place: Place, tab: string, grant: GroupGrant): Case[] {
  return someContacts.map((id) =>
    pageFor('engineer', place, `/desk/contacts/${id}${tab}`, () => under(place, groupOf(place, id), grant)),
  )
}

function ofCompanies(place: Place, tab: string, grant: GroupGrant): Case[] {
  return someCompanies.map((id) =>
    pageFor('engineer', place, `/desk/companies/${id}${tab}`, () =>
      under(place, byId(place.world.companies, id)?.group, grant),
    ),
  )
}

function ofGroups(place: Place, area: string): Case[] {
  return [...Object.values(groups), unknown].map((id) =>
    pageFor('engineer', place, `/desk/${area}/new/g${id}`, () => under(place, id, 'write')),
  )
}

/** Whoever may write in one customer group only is led to its form. */
/** Where there is one group only, it is taken. */
function choices(place: Place, area: string): Case[] {
  const [first, ...others] = place.world.groups.filter(({ id }) => may(place, id, 'write'))
  const expected = (): Expected => {
    if (!first) return { kind: 'forbidden' }
    return others.length > 0 ? { kind: 'shown' } : { kind: 'sent', to: `/desk/${area}/new/g${first.id}` }
  }
  return [pageFor('engineer', place, `/desk/${area}/new`, expected)]
}

const pages: Record<string, (place: Place) => Case[]> = {
  '/desk/contacts': (place) => [
    ...['?active=all', '?active=yes'].map((query) =>
      pageFor('engineer', place, `/desk/contacts${query}`, () => ({
        kind: 'shown',
        shows: {
          kinds: ['contact'],
          all: place.world.contacts
            .filter((one) => may(place, one.group, 'read') && (one.active || query === '?active=all'))
            .map(({ id }) => canary('contact', id))
            .toSorted(),
        },
      })),
    ),
    ...['?q=contact', '?group=g2', '?q=canaryemail15x', "?q='%26|!:*", '?after=1.x&before=2.y'].map((query) =>
      pageFor('engineer', place, `/desk/contacts${query}`, () => ({ kind: 'shown' })),
    ),
  ],
  '/desk/contacts/new': (place) => choices(place, 'contacts'),
  '/desk/contacts/new/[group]': (place) => [
    ...ofGroups(place, 'contacts'),
    pageFor('engineer', place, '/desk/contacts/new/g1?company=1', () => under(place, groups.industry, 'write')),
    pageFor('engineer', place, '/desk/contacts/new/g1?company=3', () =>
      under(place, groups.industry, 'write', { kind: 'missing' }),
    ),
  ],
  '/desk/contacts/[id]': (place) =>
    someContacts.map((id) =>
      pageFor('engineer', place, `/desk/contacts/${id}`, () =>
        under(place, groupOf(place, id), 'read', {
          kind: 'shown',
          shows: { kinds: ['email', 'remark'], all: [canary('email', id), canary('remark', id)] },
        }),
      ),
    ),
  '/desk/contacts/[id]/edit': (place) => ofContacts(place, '/edit', 'write'),
  '/desk/contacts/[id]/move': (place) => [
    ...ofContacts(place, '/move', 'write'),
    ...ofContacts(place, '/move?q=canary', 'write'),
    ...ofContacts(place, `/move?to=${companies.acme}`, 'write'),
    pageFor('engineer', place, `/desk/contacts/1/move?to=${companies.otherAc}`, () =>
      under(place, groups.industry, 'write', { kind: 'missing' }),
    ),
  ],
  '/desk/contacts/[id]/account': (place) => ofContacts(place, '/account', 'modify accounts'),
  '/desk/contacts/[id]/second-factor': (place) =>
    [people.customer, people.patient, people.noAccount, unknown].map((id) =>
      pageFor('engineer', place, `/desk/contacts/${id}/second-factor`, () =>
        under(place, groupOf(place, id), 'modify accounts', { kind: id === people.noAccount ? 'missing' : 'shown' }),
      ),
    ),
  '/desk/contacts/[id]/delete': (place) => ofContacts(place, '/delete', 'delete'),
  '/desk/companies': (place) =>
    ['', '?q=canarycompany3x', '?group=g2&active=all'].map((query) =>
      pageFor('engineer', place, `/desk/companies${query}`, () => ({ kind: 'shown' })),
    ),
  '/desk/companies/new': (place) => choices(place, 'companies'),
  '/desk/companies/new/[group]': (place) => ofGroups(place, 'companies'),
  '/desk/companies/[id]': (place) => ofCompanies(place, '', 'read'),
  '/desk/companies/[id]/edit': (place) => ofCompanies(place, '/edit', 'write'),
  '/desk/companies/[id]/delete': (place) => ofCompanies(place, '/delete', 'delete'),
}

/** Contacts, companies and portal accounts: by the grants on their customer group, and else they do not exist. */
export const contactRows: readonly Row[] = Object.entries(pages).map(([path, cases]) => ({
  target: `GET ${path}`,
  cases,
}))

type Step = {
  action: string
  path: string
  grant: GroupGrant
  counts: string
  to: RegExp
  /** A form of one button: its action takes nothing but the form. */
  plain?: true
  done: () => Fields[]
  refused: () => Fields[]
}

const told = (action: string) => `select count(*) from audit where action = '${action}'`
const contactAction = (name: string) => `app/desk/contacts/actions.ts#${name}`
const accountAction = (name: string) => `app/desk/contacts/[id]/account/actions.ts#${name}`
const companyAction = (name: string) => `app/desk/companies/actions.ts#${name}`
const onContact = /^\/desk\/contacts\/\d+\?done=\w+(#\w+)?$/
const onCompany = /^\/desk\/companies\/\d+\?done=\w+(#\w+)?$/
const elsewhere = [{ id: String(people.patient) }, { id: String(unknown) }]
const customer = String(people.customer)
const record = (fields: Fields): Fields => ({ name: randomUUID(), externalId: '', locale: 'de', ...fields })
const account = (fields: Fields): Fields => ({ id: customer, login: randomUUID(), password: '', ...fields })

const steps: Step[] = [
  {
    ...{ action: contactAction('createContact'), path: '/desk/contacts/new/g1', grant: 'write', to: onContact },
    counts: 'select count(*) from contacts',
    done: () => [record({ group: 'g1' }), record({ group: 'g1', company: '1', 'fields.email': 'a@b.example' })],
    refused: () => [
      record({ group: 'g2' }),
      record({ group: `g${unknown}` }),
      record({ group: 'g1', name: '' }),
      record({ group: 'g1', company: String(companies.otherAc) }),
      record({ group: 'g1', 'fields.email': 'nobody' }),
    ],
  },
  {
    ...{ action: contactAction('saveContact'), path: '/desk/contacts/1/edit', grant: 'write', to: onContact },
    counts: told('contact.changed'),
    done: () => [record({ id: customer })],
    refused: () => [...elsewhere.map(record), record({ id: customer, version: 'older' })],
  },
  {
    ...{ action: contactAction('moveToCompany'), path: '/desk/contacts/1/move?to=2', grant: 'write', to: onContact },
    counts: told('contact.moved'),
    done: () => [{ id: customer, company: '2', from: '1' }],
    refused: () => [
      { id: customer, company: String(companies.otherAc), from: '1' },
      { id: customer, company: String(unknown), from: '1' },
      { id: customer, company: '2', from: '3' },
      ...elsewhere.map((one) => ({ ...one, company: '3', from: '3' })),
    ],
  },
  {
    plain: true,
    ...{ action: contactAction('setContactActive'), path: '/desk/contacts/1', grant: 'write', to: onContact },
    counts: 'select count(*) from contacts where not active',
    done: () => [{ id: String(people.colleague), active: 'no' }],
    refused: () => [{ id: customer, active: 'perhaps' }, ...elsewhere.map((one) => ({ ...one, active: 'no' }))],
  },
  {
    ...{ action: contactAction('removeContact'), path: '/desk/contacts/14/delete', grant: 'delete' },
    counts: told('contact.deleted'),
    to: /^\/desk\/contacts\?done=deleted$/,
    done: () => [{ id: String(people.noAccount) }],
    refused: () => [{ id: customer }, ...elsewhere],
  },
  {
    ...{ action: contactAction('keepNote'), path: '/desk/contacts/1', grant: 'write' },
    counts: 'select count(*) from customer_notes',
    to: /^\/desk\/(contacts|companies)\/1\?done=note#notes$/,
    done: () => ['contact', 'company'].map((about) => ({ about, id: '1', body: 'A note' })),
    refused: () => [
      { about: 'contact', id: '1', body: ' ' },
      { about: 'engineer', id: '1', body: 'A note' },
      { about: 'company', id: String(companies.otherAc), body: 'A note' },
      ...elsewhere.map((one) => ({ about: 'contact', body: 'A note', ...one })),
    ],
  },
  {
    plain: true,
    ...{ action: contactAction('dropNote'), path: '/desk/contacts/1', grant: 'write', to: onContact },
    counts: told('note.removed'),
    done: () => [{ note: '1', about: 'contact', id: '1' }],
    refused: () => [
      { note: '2', about: 'contact', id: '1' },
      { note: '1', about: 'company', id: '1' },
      ...elsewhere.map(({ id }) => ({ note: id, about: 'contact', id })),
    ],
  },
  {
    ...{ action: accountAction('keepAccount'), path: '/desk/contacts/1/account', grant: 'modify accounts' },
    counts: told('account.changed'),
    to: onContact,
    done: () => [account({}), account({ profile: String(profileRow(profiles.lead)) })],
    refused: () => [
      account({ login: 'CANARYLOGIN15X' }),
      account({ login: ' ' }),
      account({ password: 'short' }),
      account({ profile: '1' }),
      account({ version: 'older' }),
      ...elsewhere.map(account),
    ],
  },
  {
    plain: true,
    ...{ action: accountAction('setAccountEnabled'), path: '/desk/contacts/1', grant: 'modify accounts' },
    counts: told('account.disabled'),
    to: onContact,
    done: () => [{ id: customer, enabled: 'no' }],
    refused: () => elsewhere.map((one) => ({ ...one, enabled: 'no' })),
  },
  ...(['unlock', 'signOutEverywhere', 'takeAccount'] as const).map(
    (name): Step => ({
      plain: true,
      ...{ action: accountAction(name), path: '/desk/contacts/1', grant: 'modify accounts', to: onContact },
      counts: told(
        { unlock: 'account.unlocked', signOutEverywhere: 'account.sessions_ended', takeAccount: 'account.removed' }[
          name
        ],
      ),
      done: () => [{ id: String(people.locked) }],
      refused: () => [{ id: String(people.noAccount) }, ...elsewhere],
    }),
  ),
  {
    action: 'app/desk/contacts/[id]/second-factor/actions.ts#removeLostFactor',
    ...{ path: '/desk/contacts/1/second-factor', grant: 'modify accounts', to: onContact },
    counts: told('second_factor.removed'),
    done: () => [{ id: customer, reason: 'By phone' }],
    refused: () => [
      { id: String(people.stranger), reason: ' ' },
      { id: String(people.noAccount), reason: 'By phone' },
      ...elsewhere.map((one) => ({ ...one, reason: 'By phone' })),
    ],
  },
  {
    plain: true,
    ...{ action: accountAction('invite'), path: '/desk/contacts/1', grant: 'modify accounts', to: onContact },
    counts: told('account.invite'),
    done: () => [{ id: customer }],
    refused: () => [{ id: String(people.noAccount) }, { id: String(people.noProfile) }, ...elsewhere],
  },
  {
    ...{ action: companyAction('createCompany'), path: '/desk/companies/new/g1', grant: 'write', to: onCompany },
    counts: 'select count(*) from companies',
    done: () => [record({ group: 'g1' })],
    refused: () => [record({ group: 'g2' }), record({ group: 'g1', name: '' })],
  },
  {
    ...{ action: companyAction('saveCompany'), path: '/desk/companies/1/edit', grant: 'write', to: onCompany },
    counts: told('company.changed'),
    done: () => [record({ id: '1' })],
    refused: () => [
      record({ id: String(companies.otherAc) }),
      record({ id: String(unknown) }),
      record({ id: '1', version: 'older' }),
    ],
  },
  {
    plain: true,
    ...{ action: companyAction('setCompanyActive'), path: '/desk/companies/1', grant: 'write', to: onCompany },
    counts: 'select count(*) from companies where not active',
    done: () => [{ id: '1', active: 'no' }],
    refused: () => [companies.otherAc, unknown].map((id) => ({ id: String(id), active: 'no' })),
  },
  {
    ...{ action: companyAction('removeCompany'), path: '/desk/companies/50/delete', grant: 'delete' },
    counts: told('company.deleted'),
    to: /^\/desk\/companies\?done=deleted$/,
    done: () => [{ id: String(companies.empty) }],
    refused: () => [companies.ac, companies.otherAc, unknown].map((id) => ({ id: String(id) })),
  },
]

export function contactActionRows(idOf: (action: string) => string): Row[] {
  return steps.map(({ action, path, grant, counts, to, plain, done, refused }) => ({
    target: `action ${action}`,
    counts,
    cases: (place) => {
      const right = signedInAs(place) === 'engineer' && may(place, groups.industry, grant)
      // What was done once is not there to be done again, by the same engineer in another session.
      const again =
        right && place.viewer.kind === 'engineer' && place.viewer.session !== sessionOfEngineer(place.viewer.engineer)
      const all = [
        ...(again ? [] : done()).map((fields) => ({ fields, works: right })),
        ...refused().map((fields) => ({ fields, works: false })),
      ]
      return all.map(({ fields, works }, at) => ({
        message:
          at % 2 === 0
            ? actionForm(path, idOf(action), fields)
            : actionCall(path, idOf(action), fields, plain ? undefined : {}),
        expected: works ? { kind: 'done', to } : { kind: 'refused' },
      }))
    },
  }))
}
