import { randomUUID } from 'node:crypto'
import { profileRow } from '#e2e/access/database/rows.ts'
import type { Fields } from '../forms.ts'
import { RULES, RUNS, SOURCE } from '../ink.ts'
import { adminPageFor, type Row } from '../row.ts'
import { groups, profiles } from '../town.ts'
import { rowsOfSteps, type Step } from './admin-steps.ts'

const unknown = 99
const kept = String(SOURCE)

function pages(target: string, there: string[], missing: string[]): Row {
  return {
    target: `GET /admin/${target}`,
    cases: (place) => [
      ...there.map((path) => adminPageFor(place, `/admin/${path}`)),
      ...missing.map((path) => adminPageFor(place, `/admin/${path}`, () => ({ kind: 'missing' }))),
    ],
  }
}

/** The pages about a source's people; a rule of the other source is not there. */
const peopleOf = (area: 'directories' | 'providers', own: number, foreign: number): Row[] => {
  const at = (source: string | number, rest = '') => `${area}/${source}/people${rest}`
  return [
    ...['', '/settings'].map((rest) => pages(at('[id]', rest), [at(kept, rest)], [at(unknown, rest), at('x', rest)])),
    pages(
      at('[id]', '/rules/[rule]'),
      [at(kept, '/rules/new'), at(kept, `/rules/${own}`)],
      [at(kept, `/rules/${foreign}`), at(kept, '/rules/x'), at(unknown, '/rules/new')],
    ),
  ]
}

/** Directories, providers, and who of them becomes a customer: for administrators, who need not see a customer for it. */
export const sourceRows: readonly Row[] = [
  pages('directories', ['directories', 'directories?done=deleted'], []),
  pages(
    'directories/[id]',
    ['directories/new', `directories/${kept}`, `directories/${kept}?done=saved`],
    [`directories/${unknown}`, 'directories/x'],
  ),
  pages(
    'directories/[id]/test',
    [`directories/${kept}/test`, `directories/${kept}/test?ask=now&name=somebody`],
    [`directories/${unknown}/test?ask=now`, 'directories/new/test'],
  ),
  ...peopleOf('directories', RULES.first, RULES.ofProvider),
  pages('directories/[id]/people/runs', [`directories/${kept}/people/runs`], [`directories/${unknown}/people/runs`]),
  pages(
    'directories/[id]/people/runs/[run]',
    [RUNS.dry, `${RUNS.held}?outcome=disabled`, `${RUNS.dry}?outcome=x&after=x`].map(
      (run) => `directories/${kept}/people/runs/${run}`,
    ),
    [`directories/${kept}/people/runs/${unknown}`, `directories/${unknown}/people/runs/${RUNS.dry}`],
  ),
  pages('providers', ['providers', 'providers?done=deleted'], []),
  pages('providers/[id]', ['providers/new', `providers/${kept}`], [`providers/${unknown}`, 'providers/x']),
  ...peopleOf('providers', RULES.ofProvider, RULES.first),
]

const told = (...actions: string[]) =>
  `select count(*) from audit where action in (${actions.map((action) => `'${action}'`).join(', ')})`

const directory = (fields: Fields = {}): Fields => ({
  ...{
    name: randomUUID(),
    url: 'ldaps://directory.example',
    ca: '',
    baseDn: 'dc=example',
    bindDn: '',
    bindPassword: '',
  },
  ...{ nameAttribute: 'uid', filter: '', identityAttribute: 'entryUUID', connectMs: '1500', answerMs: '2000' },
  ...fields,
})
const directories = (name: string) => `app/admin/directories/actions.ts#${name}`
const directorySteps: Step[] = [
  {
    ...{ action: directories('create'), path: '/admin/directories/new', counts: 'select count(*) from ldap_servers' },
    to: /^\/admin\/directories\/\d+\/test\?done=created$/,
    done: () => [directory(), directory({ bindDn: 'cn=reader', bindPassword: 'word', forEngineers: 'on' })],
    refused: () => [
      directory({ name: `canarydirectory${kept}x` }),
      directory({ url: 'ldap://directory.example' }),
      directory({ bindDn: 'cn=reader' }),
      directory({ filter: '(uid=' }),
    ],
  },
  {
    ...{ action: directories('save'), path: `/admin/directories/${kept}`, counts: told('directory.changed') },
    to: /^\/admin\/directories\/\d+\?done=saved$/,
    done: () => [directory({ id: kept })],
    refused: () => [
      directory({ id: kept, version: 'older' }),
      directory({ id: kept, bindDn: 'cn=another' }),
      directory({ id: String(unknown) }),
      directory({ id: 'x' }),
    ],
  },
  {
    ...{ action: directories('remove'), path: `/admin/directories/${kept}`, counts: told('directory.deleted') },
    to: /^\/admin\/directories\?done=deleted$/,
    done: () => [{ id: kept }],
    refused: () => [{ id: String(unknown) }, { id: 'x' }],
  },
]

const provider = (fields: Fields = {}): Fields => ({
  ...{ name: 'Corporate', issuer: 'https://127.0.0.1:1', clientId: 'portico', clientSecret: 'word', scopes: 'openid' },
  ...{ mailClaim: 'email', forContacts: 'on', ...fields },
})
const newProvider = (fields: Fields = {}) => provider({ key: `k${randomUUID()}`, ...fields })
const providers = (name: string) => `app/admin/providers/actions.ts#${name}`
const providerSteps: Step[] = [
  {
    ...{ action: providers('create'), path: '/admin/providers/new', counts: 'select count(*) from oidc_providers' },
    to: /^\/admin\/providers\/\d+\?done=created$/,
    done: () => [newProvider()],
    refused: () => [
      newProvider({ intent: 'preview' }),
      newProvider({ key: 'kept' }),
      newProvider({ issuer: 'http://login.example' }),
      newProvider({ hosts: 'nowhere.example' }),
      newProvider({ clientSecret: '' }),
    ],
  },
  {
    ...{ action: providers('save'), path: `/admin/providers/${kept}`, counts: told('provider.changed') },
    to: /^\/admin\/providers\/\d+\?done=saved$/,
    done: () => [provider({ id: kept })],
    refused: () => [
      provider({ id: kept, version: 'older' }),
      provider({ id: kept, intent: 'preview' }),
      provider({ id: String(unknown), intent: 'preview' }),
      provider({ id: String(unknown) }),
      provider({ id: kept, forContacts: '' }),
    ],
  },
  {
    ...{ action: providers('remove'), path: `/admin/providers/${kept}`, counts: told('provider.deleted') },
    to: /^\/admin\/providers\?done=deleted$/,
    done: () => [{ id: kept }],
    refused: () => [{ id: String(unknown) }, { id: 'x' }],
  },
]

const ldap = { source: 'ldap', sourceId: kept }
const oidc = { source: 'oidc', sourceId: kept }
const nowhere = { source: 'ldap', sourceId: String(unknown) }
const settings = (fields: Fields): Fields => ({
  ...{ filter: '(objectClass=person)', loginAttribute: 'uid', nameAttribute: 'cn', emailAttribute: 'mail' },
  ...{ localeAttribute: '', fieldAttributes: '', mostDisabled: '20', mostDisabledPercent: '10', schedule: 'off' },
  ...fields,
})
const rule = (fields: Fields): Fields => ({
  ...{ test: 'equals', attribute: 'o', values: 'ACME', customerGroupId: String(groups.industry) },
  ...{ profileId: String(profileRow(profiles.basic)), companyBy: 'none', company: '', ...fields },
})
const provisioning = (name: string) => `app/admin/provisioning/actions.ts#${name}`
const people = `/admin/directories/${kept}/people`
const provisioningSteps: Step[] = [
  {
    ...{ action: provisioning('keepSettings'), path: `${people}/settings`, counts: told('provisioning.changed') },
    to: /^\/admin\/(directories|providers)\/\d+\/people\/settings\?done=settings$/,
    done: () => [settings(ldap), settings(oidc)],
    refused: () => [
      settings({ ...ldap, version: 'older' }),
      settings({ ...ldap, filter: '(uid=' }),
      settings({ ...ldap, fieldAttributes: 'nothing = cn' }),
      settings(nowhere),
      settings({ ...ldap, source: 'file' }),
    ],
  },
  {
    ...{ action: provisioning('keepRule'), path: `${people}/rules/new` },
    counts: told('provisioning.rule_created', 'provisioning.rule_changed'),
    to: /^\/admin\/(directories|providers)\/\d+\/people\?done=saved$/,
    done: () => [rule(ldap), rule(oidc), rule({ ...ldap, rule: String(RULES.first) })],
    refused: () => [
      rule({ ...ldap, rule: String(RULES.ofProvider) }),
      rule({ ...ldap, rule: String(RULES.first), version: 'older' }),
      rule({ ...ldap, profileId: '1' }),
      rule({ ...ldap, customerGroupId: String(unknown) }),
      rule(nowhere),
    ],
  },
  {
    ...{ action: provisioning('moveRuleOf'), path: people, plain: true, counts: told('provisioning.rule_moved') },
    to: /^\/admin\/directories\/\d+\/people\?done=moved$/,
    done: () => [{ ...ldap, rule: String(RULES.first), direction: 'down' }],
    refused: () => [
      { ...ldap, rule: String(RULES.ofProvider), direction: 'down' },
      { ...ldap, rule: String(RULES.first), direction: 'away' },
      { ...nowhere, rule: String(RULES.first), direction: 'down' },
    ],
  },
  {
    ...{ action: provisioning('deleteRule'), path: `${people}/rules/${RULES.second}` },
    counts: told('provisioning.rule_deleted'),
    to: /^\/admin\/directories\/\d+\/people\?done=deleted$/,
    done: () => [{ ...ldap, rule: String(RULES.second) }],
    refused: () => [
      { ...ldap, rule: String(RULES.ofProvider) },
      { ...nowhere, rule: String(RULES.first) },
    ],
  },
  {
    ...{ action: provisioning('beginRun'), path: `${people}/runs`, counts: told('provisioning.asked') },
    to: /^\/admin\/directories\/\d+\/people\/runs\/\d+$/,
    done: () => [{ server: kept, kind: 'dry' }],
    refused: () => [
      { server: String(unknown), kind: 'apply' },
      { server: kept, kind: 'again' },
      { server: kept, kind: 'apply', agreed: 'all' },
    ],
  },
]

export const sourceActionRows = (idOf: (action: string) => string): Row[] =>
  rowsOfSteps([...directorySteps, ...providerSteps, ...provisioningSteps], idOf)
