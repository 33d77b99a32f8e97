import { describe, expect, it } from 'vitest'
import {
  as,
  changed,
  desk,
  engineer,
  example,
  groups,
  helpdeskTicket,
  people,
  roles,
  withAccount,
  without,
} from './example.ts'
import { refusedAltogether } from './standing.ts'
import { seesTicket } from './visibility.ts'
import type { Session, Token, Viewer, Viewing, World } from './world.ts'

const customer = as(people.customer)
const inSession: Viewer = { kind: 'contact', contact: people.customer, session: 1 }
const session: Session = {
  id: 1,
  owner: { kind: 'contact', id: people.customer },
  revoked: false,
  endsAt: example.now + 1,
}
const token: Token = { ...session, scopes: ['read'] }
const byToken: Viewer = { kind: 'token', token: 1 }

describe('a contact is refused everything when', () => {
  it('nothing of the following holds: then it is not', () => {
    expect(refusedAltogether(example, customer)).toBe(false)
    expect(refusedAltogether({ ...example, sessions: [session] }, inSession)).toBe(false)
  })
  it.each<[string, World]>([
    ['it has no account', { ...example, accounts: [] }],
    ['it has no profile', withAccount(people.customer, { profile: null })],
    ['its account is disabled', withAccount(people.customer, { disabled: true })],
    ['its account is locked', withAccount(people.customer, { locked: true })],
    ['it is deactivated', { ...example, contacts: changed(example.contacts, people.customer, { active: false }) }],
    [
      "the customer group's portal is off",
      { ...example, groups: changed(example.groups, groups.industry, { portal: false }) },
    ],
  ])('%s', (_, world) => {
    expect(refusedAltogether(world, customer)).toBe(true)
    expect(seesTicket(world, customer, helpdeskTicket)).toBe(false)
  })
  it.each<[string, Session[]]>([
    ['the session is revoked', [{ ...session, revoked: true }]],
    ['the session is expired', [{ ...session, endsAt: example.now }]],
    ['the session is unknown', []],
    ["the session is another's", [{ ...session, owner: { kind: 'contact', id: people.colleague } }]],
    [
      'the session is an engineer of the same number',
      [{ ...session, owner: { kind: 'engineer', id: people.customer } }],
    ],
  ])('%s', (_, sessions) => {
    expect(refusedAltogether({ ...example, sessions }, inSession)).toBe(true)
  })
})

describe('the viewer', () => {
  it('anonymous sees nothing', () => {
    expect(refusedAltogether(example, { kind: 'anonymous' })).toBe(true)
  })
  it('an unknown contact or engineer sees nothing', () => {
    expect(refusedAltogether(example, as(99))).toBe(true)
    expect(refusedAltogether(example, { kind: 'engineer', engineer: 99, session: null })).toBe(true)
  })
  it('an engineer is heard while active', () => {
    expect(refusedAltogether(example, desk)).toBe(false)
    const world = { ...example, engineers: changed(example.engineers, engineer, { active: false }) }
    expect(refusedAltogether(world, desk)).toBe(true)
  })
  it('a token has the rights of the one it acts for', () => {
    expect(seesTicket({ ...example, tokens: [token] }, byToken, helpdeskTicket)).toBe(true)
    const stranger: Token = { ...token, owner: { kind: 'contact', id: people.stranger } }
    expect(seesTicket({ ...example, tokens: [stranger] }, byToken, helpdeskTicket)).toBe(false)
  })
  it('a token sees nothing without the scope, after revocation, after its end or when its contact is refused', () => {
    for (const change of [{ scopes: [] }, { revoked: true }, { endsAt: example.now }]) {
      expect(seesTicket({ ...example, tokens: [{ ...token, ...change }] }, byToken, helpdeskTicket)).toBe(false)
    }
    const disabled = { ...withAccount(people.customer, { disabled: true }), tokens: [token] }
    expect(seesTicket(disabled, byToken, helpdeskTicket)).toBe(false)
  })
  it('viewing-as reads as the contact, no more and no less', () => {
    const viewingAs = (contact: number): Viewer => ({ kind: 'viewing-as', engineer, contact, session: null })
    expect(seesTicket(example, viewingAs(people.customer), helpdeskTicket)).toBe(true)
    expect(seesTicket(example, viewingAs(people.stranger), helpdeskTicket)).toBe(false)
    const disabled = withAccount(people.customer, { disabled: true })
    expect(seesTicket(disabled, viewingAs(people.customer), helpdeskTicket)).toBe(false)
  })
  it.each(['read', 'modify accounts'])('viewing-as needs %s on the customer group of the contact', (group) => {
    const viewer: Viewer = { kind: 'viewing-as', engineer, contact: people.customer, session: null }
    expect(refusedAltogether(without(roles.desk, { group }), viewer)).toBe(true)
  })
  it('viewing-as is over with its time, and is of one contact', () => {
    const viewing: Viewing = { id: 1, session: 1, contact: people.customer, endsAt: example.now + 1 }
    const own = { id: 1, owner: { kind: 'engineer', id: engineer }, revoked: false, endsAt: example.now + 9 } as const
    const viewer: Viewer = { kind: 'viewing-as', engineer, contact: people.customer, session: 1 }
    const refused = (...viewings: Viewing[]) => refusedAltogether({ ...example, sessions: [own], viewings }, viewer)
    expect(refused(viewing)).toBe(false)
    expect(refused()).toBe(true)
    expect(refused({ ...viewing, contact: people.colleague })).toBe(true)
    expect(refused({ ...viewing, endsAt: example.now })).toBe(true)
  })
})
