import { describe, expect, it } from 'vitest'
import { type Facts, factsOf } from './facts.ts'
import { type Plan, plan } from './plan.ts'
import type { MappingRule, RuleSet } from './rule-set.ts'

const rule = (given: Partial<MappingRule>): MappingRule => ({
  id: 1,
  test: 'always',
  attribute: '',
  values: [],
  customerGroupId: 1,
  companyBy: 'none',
  company: '',
  profileId: 10,
  ...given,
})
const set = (...rules: MappingRule[]): RuleSet => ({
  loginAttribute: 'uid',
  nameAttribute: 'cn',
  emailAttribute: 'mail',
  localeAttribute: 'preferredLanguage',
  fieldAttributes: { position: 'title', topics: 'businessCategory' },
  rules,
})
const ada = {
  uid: 'ada',
  cn: 'Ada Byron',
  mail: 'ada@acme.example',
  preferredLanguage: 'de-DE',
  title: 'Engineer',
  businessCategory: ['pumps', 'valves'],
  o: 'ACME',
  memberOf: ['CN=Staff, OU=Groups,DC=acme, DC=example', 'cn=portal,ou=groups,dc=acme,dc=example'],
}
const planned = (answer: Record<string, unknown>, ...rules: MappingRule[]): Plan => plan(factsOf(answer), set(...rules))
const problem = (found: Plan) => (found.ok ? undefined : found.problem)

describe('the facts of an answer', () => {
  it('are texts, numbers and yes-or-no by the attribute’s name without case; nothing nested, binary or empty', () => {
    const facts: Facts = factsOf({
      CN: ' Ada ',
      age: 7,
      vip: true,
      groups: ['a', '', 3],
      nested: { a: 1 },
      photo: Buffer.from('x'),
      blank: '  ',
      nul: 'a\0b',
    })
    expect(Object.fromEntries(facts)).toEqual({ cn: ['Ada'], age: ['7'], vip: ['true'], groups: ['a', '3'] })
  })
})

describe('the plan', () => {
  it('takes login, name, address, language and fields from their attributes, whatever their case', () => {
    const given = {
      UID: 'ada',
      CN: 'Ada Byron',
      MAIL: 'ada@acme.example',
      PreferredLanguage: 'de-DE',
      TITLE: 'Engineer',
    }
    expect(planned({ ...given, businessCategory: ['pumps', 'valves'] }, rule({}))).toEqual({
      ok: true,
      wish: {
        login: 'ada',
        name: 'Ada Byron',
        email: 'ada@acme.example',
        locale: 'de',
        fields: { position: 'Engineer', topics: 'pumps; valves' },
        customerGroupId: 1,
        company: { by: 'none' },
        profileId: 10,
      },
    })
  })
  it('leaves out what the source does not say, and a language that this site does not speak', () => {
    const found = planned({ uid: 'ada', preferredLanguage: 'tlh' }, rule({}))
    expect(found).toMatchObject({
      ok: true,
      wish: { name: undefined, email: undefined, locale: undefined, fields: {} },
    })
  })
  it.each<[string, Partial<MappingRule>, boolean]>([
    ['equal, whatever the case', { test: 'equals', attribute: 'o', values: ['other', 'acme'] }, true],
    ['not equal, only a part', { test: 'equals', attribute: 'o', values: ['ACM'] }, false],
    ['a part', { test: 'contains', attribute: 'mail', values: ['@ACME.'] }, true],
    ['no part', { test: 'contains', attribute: 'mail', values: ['@beta.'] }, false],
    [
      'a group, however it is written',
      { test: 'group', attribute: 'memberof', values: ['cn=staff,ou=groups,dc=acme,dc=example'] },
      true,
    ],
    [
      'another group',
      { test: 'group', attribute: 'memberOf', values: ['cn=staff,ou=others,dc=acme,dc=example'] },
      false,
    ],
    ['an attribute that is not there', { test: 'equals', attribute: 'department', values: ['x'] }, false],
    ['blank values, which everybody would contain', { test: 'contains', attribute: 'o', values: ['', '  '] }, false],
    ['everybody', { test: 'always' }, true],
  ])('fits a rule for %s', (_, given, fits) => {
    expect(planned(ada, rule(given)).ok).toBe(fits)
  })
  it('takes the first rule that fits', () => {
    const found = planned(
      ada,
      rule({ test: 'equals', attribute: 'o', values: ['Beta'], customerGroupId: 2 }),
      rule({ test: 'equals', attribute: 'o', values: ['ACME'], customerGroupId: 3, profileId: 30 }),
      rule({ customerGroupId: 4 }),
    )
    expect(found).toMatchObject({ wish: { customerGroupId: 3, profileId: 30 } })
  })
  it('refuses whoever fits no rule', () => {
    expect(planned(ada)).toEqual({ ok: false, problem: { key: 'noRule' }, name: 'Ada Byron', login: 'ada' })
  })
  it.each<[string, Partial<MappingRule>, unknown]>([
    ['its number in an attribute', { companyBy: 'number', company: 'o' }, { by: 'number', text: 'ACME' }],
    ['its name in an attribute', { companyBy: 'name', company: 'O' }, { by: 'name', text: 'ACME' }],
    ['the rule', { companyBy: 'fixed', company: 'K-10' }, { by: 'either', text: 'K-10' }],
  ])('finds the company by %s', (_, given, company) => {
    expect(planned(ada, rule(given))).toMatchObject({ wish: { company } })
  })
  it.each<[string, Record<string, unknown>, Partial<MappingRule>, object]>([
    ['has no login', { ...ada, uid: [] }, {}, { key: 'loginMissing', at: 'uid' }],
    ['has a login of nothing but blanks', { ...ada, uid: '   ' }, {}, { key: 'loginMissing', at: 'uid' }],
    ['has too long a login', { ...ada, uid: 'a'.repeat(201) }, {}, { key: 'tooLong', at: 'uid' }],
    ['has no address where there is one', { ...ada, mail: 'nobody' }, {}, { key: 'email', at: 'mail' }],
    ['names no company', { ...ada, o: '' }, { companyBy: 'name', company: 'o' }, { key: 'companyMissing', at: 'o' }],
  ])('refuses whoever %s', (_, answer, given, expected) => {
    expect(problem(planned(answer, rule(given)))).toEqual(expected)
  })
})
