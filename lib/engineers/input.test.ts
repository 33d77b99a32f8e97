import { expect, test } from 'vitest'
import { newEngineer, newProfile } from './input.ts'

const form = {
  ...{ name: ' Eve ', login: ' ｅｖｅ ', email: '', locale: 'de', ldapId: '', password: 'wet-granite-harbour-9' },
  roles: ['7', '3', '7'],
}
const problemsOf = (change: object) =>
  newEngineer.safeParse({ ...form, ...change }).error?.issues.map(({ path, message }) => [path.join('.'), message])

test('an engineer is read with an outer form put off, each role once', () => {
  expect(newEngineer.parse(form)).toEqual({
    ...form,
    name: 'Eve',
    login: 'eve',
    email: null,
    ldapId: null,
    roles: [3, 7],
  })
})

test('an engineer needs a password or a name in the directory', () => {
  expect(problemsOf({ password: '' })).toEqual([['password', 'missing']])
  expect(problemsOf({ password: '', ldapId: 'eve' })).toBeUndefined()
})

test('what is wrong is said at its field', () => {
  expect(problemsOf({ name: '' })).toEqual([['name', 'missing']])
  expect(problemsOf({ login: 'two words' })).toEqual([['login', 'blank']])
  expect(problemsOf({ email: 'nowhere' })).toEqual([['email', 'email']])
  expect(problemsOf({ locale: 'xx' })).toEqual([['locale', 'unknown']])
})

test('a profile gets no way to sign in, whatever the form sends', () => {
  expect(newProfile.parse({ ...form, ldapId: 'eve' })).toMatchObject({ ldapId: null, password: null, email: null })
})
