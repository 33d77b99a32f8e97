import { expect, test } from 'vitest'
import { type AccountFacts, isInvitable, keepsOut, statesOf } from './state.ts'

const now = new Date('2026-03-12T12:00:00Z')
const later = new Date('2026-03-12T12:05:00Z')
const earlier = new Date('2026-03-12T11:00:00Z')
const fine: AccountFacts = {
  contactActive: true,
  portalEnabled: true,
  disabled: false,
  profile: { active: true },
  hasPassword: true,
  ldapId: null,
  mustChangePassword: false,
  lockedUntil: null,
  blockedUntil: null,
  lastSignInAt: earlier,
  ways: ['DATABASE'],
}

test('an account with all it needs is ready', () => {
  expect(statesOf(fine, now)).toEqual(['ready'])
})

test.each([
  ['contactInactive', { contactActive: false }],
  ['portalOff', { portalEnabled: false }],
  ['disabled', { disabled: true }],
  ['noProfile', { profile: null }],
  ['profileInactive', { profile: { active: false } }],
  ['noPassword', { hasPassword: false }],
  ['noLdapId', { ways: ['LDAP'] }],
  ['locked', { lockedUntil: later }],
  ['waiting', { blockedUntil: later }],
] as const)('%s keeps the customer out', (state, change) => {
  expect(statesOf({ ...fine, ...change }, now)).toEqual([state])
  expect(keepsOut(state)).toBe(true)
})

test.each([
  ['mustChange', { mustChangePassword: true }],
  ['neverSignedIn', { lastSignInAt: null }],
] as const)('%s is told and keeps nobody out', (state, change) => {
  expect(statesOf({ ...fine, ...change }, now)).toEqual([state])
  expect(keepsOut(state)).toBe(false)
})

test('a directory id stands in for a password only where a directory is asked', () => {
  const directory = { ...fine, hasPassword: false, ldapId: 'e1' }
  expect(statesOf(directory, now)).toEqual(['noPassword'])
  expect(statesOf({ ...directory, ways: ['DATABASE', 'LDAP'] }, now)).toEqual(['ready'])
  expect(statesOf({ ...directory, ways: ['LDAP'] }, now)).toEqual(['ready'])
})

test('what is over is not told any more', () => {
  expect(statesOf({ ...fine, lockedUntil: earlier, blockedUntil: earlier }, now)).toEqual(['ready'])
})

test('who lacks only a password can be invited; who lacks more, or has a directory’s password, cannot', () => {
  const invitable = (change: Partial<AccountFacts>) =>
    isInvitable(statesOf({ ...fine, ...change }, now), change.ways ?? fine.ways)
  expect(invitable({ hasPassword: false, lastSignInAt: null })).toBe(true)
  expect(invitable({ profile: null })).toBe(false)
  expect(invitable({ disabled: true })).toBe(false)
  expect(invitable({ contactActive: false })).toBe(false)
  expect(invitable({ ways: ['LDAP'], ldapId: 'e1' })).toBe(false)
})
