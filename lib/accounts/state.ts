import type { WayIn } from '../auth/method.ts'

/** What there is to say about an account, in the order in which it matters. */
export const ACCOUNT_STATES = [
  'contactInactive',
  'portalOff',
  'disabled',
  'noProfile',
  'profileInactive',
  'noPassword',
  'noLdapId',
  'locked',
  'waiting',
  'mustChange',
  'neverSignedIn',
  'ready',
] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

export type AccountFacts = {
  contactActive: boolean
  portalEnabled: boolean
  disabled: boolean
  profile: { active: boolean } | null
  hasPassword: boolean
  ldapId: string | null
  mustChangePassword: boolean
  /** Set by hand or by a rule, and the wait after failed sign-ins. */
  lockedUntil: Date | null
  blockedUntil: Date | null
  lastSignInAt: Date | null
  /** How customers sign in now. */
  ways: readonly WayIn[]
}

/** Everything that keeps the customer out or is to be known; `ready` alone where there is nothing. */
export function statesOf(facts: AccountFacts, now: Date): AccountState[] {
  const byDatabase = facts.ways.includes('DATABASE') && facts.hasPassword
  const byLdap = facts.ways.includes('LDAP') && facts.ldapId !== null
  const noWay = !byDatabase && !byLdap
  const found: Record<Exclude<AccountState, 'ready'>, boolean> = {
    contactInactive: !facts.contactActive,
    portalOff: !facts.portalEnabled,
    disabled: facts.disabled,
    noProfile: facts.profile === null,
    profileInactive: facts.profile?.active === false,
    noPassword: noWay && facts.ways.includes('DATABASE'),
    noLdapId: noWay && !facts.ways.includes('DATABASE'),
    locked: facts.lockedUntil !== null && facts.lockedUntil > now,
    waiting: facts.blockedUntil !== null && facts.blockedUntil > now,
    mustChange: byDatabase && facts.mustChangePassword,
    neverSignedIn: facts.lastSignInAt === null,
  }
  const states = ACCOUNT_STATES.filter((state) => state !== 'ready' && found[state])
  return states.length > 0 ? states : ['ready']
}

/** Whether a state keeps the customer out. */
export function keepsOut(state: AccountState): boolean {
  return !['mustChange', 'neverSignedIn', 'ready'].includes(state)
}

/** Whether the customer only needs a password, so that a mail with a link to choose one makes sense. */
export function isInvitable(states: readonly AccountState[], ways: readonly WayIn[]): boolean {
  const passable: readonly AccountState[] = ['noPassword', 'locked', 'waiting', 'mustChange', 'neverSignedIn', 'ready']
  return ways.includes('DATABASE') && states.every((state) => passable.includes(state))
}
