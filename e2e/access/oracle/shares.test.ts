import { describe, expect, it } from 'vitest'
import {
  as,
  changed,
  classes,
  comment,
  companies,
  example,
  helpdeskTicket,
  people,
  profiles,
  roles,
  shareWith,
  withAccount,
  without,
} from './example.ts'
import { seesEntry, seesTicket } from './visibility.ts'
import type { Share, World } from './world.ts'

const seesIt = (world: World, contact: number) => seesTicket(world, as(contact), helpdeskTicket)
const shared = (...shares: Share[]): World => ({ ...example, shares })

describe('V3: it was shared with it and the share has not ended', () => {
  it('shows the ticket to the one it was shared with, and to nobody else', () => {
    expect(seesIt(shared(shareWith(people.colleague)), people.colleague)).toBe(true)
    expect(seesIt(shared(shareWith(people.colleague)), people.stranger)).toBe(false)
  })
  it('until a date: a second before yes, a second after no', () => {
    expect(seesIt(shared(shareWith(people.colleague, { endsAt: example.now + 1 })), people.colleague)).toBe(true)
    expect(seesIt(shared(shareWith(people.colleague, { endsAt: example.now - 1 })), people.colleague)).toBe(false)
  })
  it('read-only still shows', () => {
    expect(seesIt(shared(shareWith(people.colleague, { readOnly: true })), people.colleague)).toBe(true)
  })
})

describe('V7: never outlives V1 and V2', () => {
  it('dies with read on the queue or the group of the one it was shared with', () => {
    for (const loss of [{ queue: 'read' }, { group: 'read' }]) {
      const limited = without(roles.company, loss)
      const accounts = withAccount(people.colleague, { profile: profiles.lead }).accounts
      expect(seesIt({ ...limited, accounts, shares: [shareWith(people.colleague)] }, people.colleague)).toBe(false)
    }
  })
})

describe('V7: never shows more than the sharer sees', () => {
  const byLead = (world: World): World => ({
    ...world,
    accounts: withAccount(people.colleague, { profile: profiles.lead }).accounts,
    shares: [shareWith(people.stranger, { sharer: people.colleague })],
  })

  it('holds while the sharer sees the ticket by its company', () => {
    expect(seesIt(byLead(example), people.stranger)).toBe(true)
  })
  it('is void once the sharer has moved away', () => {
    const contacts = changed(example.contacts, people.colleague, { company: companies.otherAc })
    expect(seesIt(byLead({ ...example, contacts }), people.stranger)).toBe(false)
  })
  it('is void once the sharer lost read on the queue or the group', () => {
    expect(seesIt(byLead(without(roles.company, { queue: 'read' })), people.stranger)).toBe(false)
    expect(seesIt(byLead(without(roles.company, { group: 'read' })), people.stranger)).toBe(false)
  })
  it('is void while the sharer is refused everything', () => {
    const world = { ...withAccount(people.customer, { disabled: true }), shares: [shareWith(people.colleague)] }
    expect(seesIt(world, people.colleague)).toBe(false)
  })
  it('is void if the sharer never saw it', () => {
    expect(seesIt(shared(shareWith(people.colleague, { sharer: people.stranger })), people.colleague)).toBe(false)
  })
  it('lasts no longer than the share by which the sharer sees it', () => {
    const onward = shareWith(people.stranger, { id: 2, sharer: people.colleague })
    const inTime = shareWith(people.colleague, { endsAt: example.now + 1 })
    expect(seesIt(shared(inTime, onward), people.stranger)).toBe(true)
    expect(seesIt(shared({ ...inTime, endsAt: example.now - 1 }, onward), people.stranger)).toBe(false)
  })
  it('gives nothing to one who shares with itself, or to two who share with one another', () => {
    const self = shareWith(people.stranger, { sharer: people.stranger })
    expect(seesIt(shared(self), people.stranger)).toBe(false)
    const there = shareWith(people.stranger, { sharer: people.colleague })
    const back = shareWith(people.colleague, { id: 2, sharer: people.stranger })
    expect(seesIt(shared(there, back), people.stranger)).toBe(false)
    expect(seesIt(shared(there, back), people.colleague)).toBe(false)
  })
  it('shows no internal entry, as the sharer sees none', () => {
    const internal = { ...comment, textClass: classes.internal }
    const world = { ...shared(shareWith(people.colleague)), entries: [internal] }
    expect(seesEntry(world, as(people.colleague), internal)).toBe(false)
    expect(seesEntry(shared(shareWith(people.colleague)), as(people.colleague), comment)).toBe(true)
  })
})
