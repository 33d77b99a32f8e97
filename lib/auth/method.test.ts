import { expect, test } from 'vitest'
import { methodShape, waysOf } from './method.ts'

test.each([
  ['DATABASE', 'DATABASE'],
  [' ldap ', 'LDAP'],
  ['ldap , Database', 'LDAP,DATABASE'],
  ['Database,\tLDAP', 'DATABASE,LDAP'],
])('"%s" is the method %s', (typed, method) => {
  expect(methodShape.parse(typed)).toBe(method)
})

test.each(['', 'RADIUS', 'LDAP,LDAP', 'LDAP;DATABASE', 'DATABASE,'])('"%s" is no method', (typed) => {
  expect(methodShape.safeParse(typed).success).toBe(false)
})

test('a method of two ways tries them in its order', () => {
  expect(waysOf('LDAP,DATABASE')).toEqual(['LDAP', 'DATABASE'])
  expect(waysOf('DATABASE,LDAP')).toEqual(['DATABASE', 'LDAP'])
})
