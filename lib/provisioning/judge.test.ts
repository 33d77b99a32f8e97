import { describe, expect, it } from 'vitest'
import { mayDisable } from './guard.ts'
import { judge, judgeMissing, type Way } from './judge.ts'
import type { Known, KnownGroup, KnownPerson } from './known.ts'
import type { Plan, Wish } from './plan.ts'

const field = (key: string, type: 'text' | 'number', annotations: 'username'[] = []) => ({
  id: 1,
  key,
  type,
  labels: {},
  help: null,
  required: false,
  options: null,
  annotations,
})
const group = (
  customerGroupId: number,
  assignment: 'none' | 'manual' | 'fixed',
  fixedProfileId: number | null = null,
): [number, KnownGroup] => [
  customerGroupId,
  {
    assignment,
    fixedProfileId,
    model: {
      customerGroupId,
      hasCompanies: true,
      names: { company: null, contact: null },
      fieldGroups: [
        {
          id: 1,
          level: 'contact' as const,
          labels: {},
          fields: [field('position', 'text'), field('score', 'number'), field('track_login', 'text', ['username'])],
        },
      ],
    },
  },
]
const company = (id: number, name: string, externalId: string | null, active = true, customerGroupId = 1) => ({
  id,
  customerGroupId,
  name,
  externalId,
  active,
})
const ada: KnownPerson = {
  id: 7,
  customerGroupId: 1,
  companyId: 1,
  externalId: null,
  name: 'Ada',
  active: true,
  hasDetails: true,
  email: 'ada@acme.example',
  locale: null,
  fields: { position: 'Engineer', kept: 'by hand' },
  account: { login: 'ada', profileId: 10, ldapId: 'uuid-ada', disabled: false },
  linked: true,
  disabledHere: false,
}
const known = (given: Partial<Known> = {}): Known => ({
  people: new Map([['uuid-ada', ada]]),
  elsewhere: new Set(),
  logins: new Map([['ada', 7]]),
  companies: [
    company(1, 'ACME', 'K-1'),
    company(2, 'Beta', 'K-2'),
    company(3, 'Twins', null),
    company(4, 'Twins', null),
    company(5, 'Closed', 'K-5', false),
    company(6, 'Foreign', 'K-6', true, 2),
  ],
  groups: new Map([group(1, 'manual'), group(2, 'fixed', 11), group(3, 'none')]),
  profiles: new Set([10, 11]),
  ...given,
})
const wish = (given: Partial<Wish> = {}): Wish => ({
  login: 'ada',
  name: 'Ada',
  email: 'ada@acme.example',
  locale: undefined,
  fields: { position: 'Engineer' },
  customerGroupId: 1,
  company: { by: 'name', text: 'ACME' },
  profileId: 10,
  ...given,
})
const ok = (given: Partial<Wish> = {}): Plan => ({ ok: true, wish: wish(given) })
const noRule: Plan = { ok: false, problem: { key: 'noRule' } }
const way: Way = { keepsIdentity: true, disablesMissing: false }
const strict: Way = { ...way, disablesMissing: true }
const verdict = (plan: Plan, given: Partial<Known> = {}, as = way) =>
  judge({ identity: 'uuid-ada', plan }, known(given), as)
const person = (given: Partial<KnownPerson>): Partial<Known> => ({
  people: new Map([['uuid-ada', { ...ada, ...given }]]),
})
const newcomer = (plan: Plan, given: Partial<Known> = {}) => judge({ identity: 'uuid-new', plan }, known(given), way)

describe('a person who is known by the identity', () => {
  it('is left when nothing differs', () => {
    expect(verdict(ok())).toMatchObject({ outcome: 'left', changes: [], reasons: [], contactId: 7 })
    expect(verdict(ok()).write).toBeUndefined()
  })
  it.each<[string, Partial<Wish>]>([
    ['name', { name: 'Ada Byron' }],
    ['company', { company: { by: 'number', text: 'K-2' } }],
    ['email', { email: 'ada@beta.example' }],
    ['locale', { locale: 'de' }],
    ['field.position', { fields: { position: 'Director' } }],
    ['login', { login: 'ada.byron' }],
    ['profile', { profileId: 11 }],
  ])('is changed in %s', (key, given) => {
    expect(verdict(ok(given))).toMatchObject({ outcome: 'changed', changes: [key] })
  })
  it('keeps what the source does not speak of', () => {
    const found = verdict(
      ok({ name: undefined, email: undefined, fields: { position: 'Director' }, company: { by: 'none' } }),
    )
    expect(found.changes).toEqual(['field.position'])
    expect(found.write?.contact).toMatchObject({
      name: 'Ada',
      email: 'ada@acme.example',
      company: { id: 1 },
      fields: { kept: 'by hand' },
    })
  })
  it('is refused where the rules want another customer group', () => {
    expect(verdict(ok({ customerGroupId: 2 })).reasons).toEqual(['otherGroup::'])
  })
  it.each<[string, Partial<KnownPerson>]>([
    ['deactivated the contact', { active: false }],
    ['disabled the account', { account: { login: 'ada', profileId: 10, ldapId: null, disabled: true } }],
    ['took the account away', { account: null }],
  ])('is left where somebody %s', (_, given) => {
    expect(verdict(ok({ name: 'Ada Byron' }), person(given))).toMatchObject({
      outcome: 'left',
      reasons: ['takenAway::'],
    })
  })
  it('comes back where a synchronisation had disabled the account', () => {
    const disabled = { login: 'ada', profileId: 10, ldapId: 'uuid-ada', disabled: true }
    const found = verdict(ok(), person({ account: disabled, disabledHere: true }))
    expect(found).toMatchObject({ outcome: 'changed', changes: ['enabled'], write: { enables: true } })
  })
  it('is disabled when no rule fits any more, only where missing people are', () => {
    expect(verdict(noRule, {}, strict)).toMatchObject({ outcome: 'disabled', reasons: ['noRule::'] })
    expect(verdict(noRule)).toMatchObject({ outcome: 'left', reasons: ['noRule::'] })
  })
  it('is never disabled by a source to which nobody tied the account', () => {
    expect(verdict(noRule, person({ linked: false }), strict).outcome).toBe('left')
  })
  it('is tied to the source from now on', () => {
    expect(verdict(ok(), person({ linked: false })).links).toBe(true)
    expect(verdict(ok()).links).toBeUndefined()
  })
})

describe('somebody new', () => {
  const eve = ok({ login: ' Eve ', name: 'Eve' })
  it('is created, with the identity as the LDAP id of the account', () => {
    const found = newcomer(eve)
    expect(found).toMatchObject({ outcome: 'created', name: 'Eve', login: 'Eve', links: true })
    expect(found.write?.account).toMatchObject({ isNew: true, loginNormal: 'eve', ldapId: 'uuid-new', profileId: 10 })
    expect(found.write?.contact).not.toHaveProperty('id')
  })
  it('has no LDAP id where the source is no directory', () => {
    const found = judge({ identity: 's', plan: eve }, known(), { ...way, keepsIdentity: false })
    expect(found.write?.account.ldapId).toBeNull()
  })
  it.each<[string, Plan, Partial<Known>, string]>([
    ['has the login of another account', ok({ login: 'ADA' }), {}, 'loginTaken::ADA'],
    ['has the login of an account out of sight', eve, { logins: new Map([['eve', null]]) }, 'loginTaken:: Eve '],
    ['is somebody whose account is out of sight', eve, { elsewhere: new Set(['uuid-new']) }, 'identityTaken::'],
    ['fits no rule', noRule, {}, 'noRule::'],
    ['gets a group without accounts', ok({ login: 'eve', customerGroupId: 3 }), {}, 'noAccounts::'],
    ['gets a group that is gone', ok({ login: 'eve', customerGroupId: 9 }), {}, 'noAccounts::'],
    ['gets a profile that is not in use', ok({ login: 'eve', profileId: 12 }), {}, 'profileUnknown::'],
    ['gets no profile', ok({ login: 'eve', profileId: null }), {}, 'profileUnknown::'],
    [
      'is of an unknown company',
      ok({ login: 'eve', company: { by: 'number', text: 'ACME' } }),
      {},
      'companyUnknown::ACME',
    ],
    [
      'is of two companies of one name',
      ok({ login: 'eve', company: { by: 'name', text: 'Twins' } }),
      {},
      'companyAmbiguous::Twins',
    ],
    ['is of a closed company', ok({ login: 'eve', company: { by: 'number', text: 'K-5' } }), {}, 'companyUnknown::K-5'],
    [
      'is of a company of another group',
      ok({ login: 'eve', company: { by: 'either', text: 'K-6' } }),
      {},
      'companyUnknown::K-6',
    ],
    ['has a text where a number belongs', ok({ login: 'eve', fields: { score: 'high' } }), {}, 'fieldInvalid::score'],
    ['has no name', ok({ login: 'eve', name: undefined }), {}, 'nameMissing::'],
  ])('is refused who %s', (_, plan, given, reason) => {
    expect(newcomer(plan, given)).toMatchObject({ outcome: 'refused', reasons: [reason] })
    expect(newcomer(plan, given).write).toBeUndefined()
  })
  it('gets the profile of a group that gives its own, whatever the rule says', () => {
    const found = newcomer(ok({ login: 'eve', customerGroupId: 2, profileId: 10, company: { by: 'none' } }))
    expect(found.write?.account.profileId).toBe(11)
  })
  it('sets no field that is a part of the account', () => {
    const found = newcomer(ok({ login: 'eve', fields: { track_login: 'root' }, company: { by: 'none' } }))
    expect(found.write?.contact.fields).toEqual({})
  })
})

describe('somebody whom the source has no more', () => {
  it('is disabled only where that is wanted', () => {
    expect(judgeMissing('uuid-ada', ada, way)).toMatchObject({ outcome: 'left', reasons: ['missing::'] })
    expect(judgeMissing('uuid-ada', ada, strict)).toMatchObject({ outcome: 'disabled', reasons: ['missing::'] })
  })
  it('is disabled once', () => {
    const account = { login: 'ada', profileId: 10, ldapId: null, disabled: true }
    const before = judgeMissing('uuid-ada', { ...ada, account, disabledHere: true }, strict)
    expect(before).toMatchObject({ outcome: 'left', reasons: ['disabledBefore::'] })
  })
})

describe('the guard', () => {
  const limit = { mostDisabled: 20, mostDisabledPercent: 10 }
  it.each([
    [1000, 900, 20],
    [100, 90, 10],
    [5, 4, 1],
    [5, 0, 0],
    [1000, 0, 0],
  ])('of %i people, %i of them found, lets %i be disabled', (linked, found, allowed) => {
    expect(mayDisable(limit, linked, found)).toBe(allowed)
  })
})
