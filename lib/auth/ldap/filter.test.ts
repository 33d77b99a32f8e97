import { expect, test } from 'vitest'
import { filterProblem, personFilter } from './filter.ts'
import type { LdapServer } from './server.ts'

const server = (values: Partial<LdapServer> = {}): LdapServer => ({
  ...{ id: 1, name: 'alpha', url: 'ldaps://directory.example', startTls: false, ca: null, baseDn: 'dc=example' },
  ...{ bindDn: null, bindPassword: null, nameAttribute: 'uid', filter: null, identityAttribute: 'entryUUID' },
  ...{ connectMs: 1000, answerMs: 1000, ...values },
})
const IDENTITY = '11111111-1111-4111-8111-111111111111'

test.each([
  [null, { name: 'anna' }, '(uid=anna)'],
  [null, { name: '*)(uid=*' }, '(uid=\\2a\\29\\28uid=\\2a)'],
  ['(mail=*)', { name: 'anna' }, '(&(uid=anna)(mail=*))'],
  ['(|(uid={login})(mail={login}))', { name: 'a*' }, '(|(uid=a\\2a)(mail=a\\2a))'],
  ['(|(uid={login})(mail={login}))', { identity: IDENTITY }, `(&(entryUUID=${IDENTITY})(|(uid=*)(mail=*)))`],
  ['(|(uid={login})(mail={login}))', { anybody: true }, '(|(uid=*)(mail=*))'],
  ['(mail=*)', { anybody: true }, '(&(uid=*)(mail=*))'],
] as const)('the filter %j asks for %j by %s', (filter, person, expected) => {
  expect(personFilter(server({ filter }), person).toString()).toBe(expected)
})

test('a GUID is asked for in the bytes of Active Directory', () => {
  const asked = personFilter(server({ identityAttribute: 'objectGUID' }), {
    identity: '55556666-7777-4888-9999-aaaabbbbcccc',
  })
  expect(asked.toString()).toBe('(objectGUID=\\66\\66\\55\\55\\77\\77\\88\\48\\99\\99\\aa\\aa\\bb\\bb\\cc\\cc)')
})

test.each([
  ['(uid={login})', undefined],
  ['(memberOf=cn=portal,dc=example)', undefined],
  ['(&(objectClass=person)(!(accountLocked=TRUE))(|(uid={login})(mail={login})))', undefined],
  ['(uid=', 'filter'],
  ['((', 'filter'],
  ['(uid={login}*)', 'placeholder'],
  ['(uid={name})', 'placeholder'],
  ['(!(uid={login}))', 'placeholder'],
  ['(uid:caseIgnoreMatch:={login})', 'placeholder'],
])('what is wrong with the filter %s: %s', (typed, problem) => {
  expect(filterProblem(typed)).toBe(problem)
})
