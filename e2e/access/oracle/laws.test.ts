import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import seeds from '../seeds.json' with { type: 'json' }
import { worlds } from '../world-arbitrary.ts'
import { viewersOf } from '../worlds/viewers.ts'
import { decisions } from './decisions.ts'
import { refusedAltogether } from './standing.ts'
import type { Role, Viewer, World } from './world.ts'

const { seed, worlds: numRuns } = seeds.laws
const always = (law: (world: World, dice: number) => void) =>
  fc.assert(fc.property(worlds, fc.nat(), law), { seed, numRuns })

/** Every role that differs from the world's by one grant less. */
function* poorer(world: World): Generator<World> {
  for (const role of world.roles) {
    for (const smaller of oneLess(role)) {
      yield { ...world, roles: world.roles.map((one) => (one.id === role.id ? smaller : one)) }
    }
  }
}

function oneLess(role: Role): Role[] {
  return [
    ...role.onQueues.map((lost) => ({ ...role, onQueues: role.onQueues.filter((one) => one !== lost) })),
    ...role.onGroups.map((lost) => ({ ...role, onGroups: role.onGroups.filter((one) => one !== lost) })),
    ...role.globals.map((lost) => ({ ...role, globals: role.globals.filter((one) => one !== lost) })),
    ...(role.ownCompany ? [{ ...role, ownCompany: false }] : []),
  ]
}

function expectNothingNew(before: World, after: World, viewers: Viewer[] = viewersOf(before)): void {
  for (const viewer of viewers) {
    const held = decisions(before, viewer)
    expect([...decisions(after, viewer)].filter((one) => !held.has(one))).toEqual([])
  }
}

describe('over generated worlds', { timeout: 120_000 }, () => {
  it('removing a grant never adds access', () => {
    always((world, dice) => {
      const all = [...poorer(world)]
      const after = all[dice % all.length]
      if (after) expectNothingNew(world, after)
    })
  })
  it('removing a role, a participant, a share or an account never adds access', () => {
    always((world, dice) => {
      const less = <T>(list: readonly T[]) => list.filter((_, at) => at !== dice % list.length)
      for (const after of [
        { ...world, roles: less(world.roles) },
        { ...world, participants: less(world.participants) },
        { ...world, shares: less(world.shares) },
        { ...world, accounts: less(world.accounts) },
      ]) {
        expectNothingNew(world, after)
      }
    })
  })
  it('one who is refused altogether sees and may do nothing, and so does everybody without a role', () => {
    always((world) => {
      const powerless = { ...world, roles: [] }
      for (const viewer of viewersOf(world)) {
        expect(decisions(powerless, viewer)).toEqual(new Set())
        if (refusedAltogether(world, viewer)) expect(decisions(world, viewer)).toEqual(new Set())
      }
    })
  })
  it('a token may no more than the one it acts for', () => {
    always((world) => {
      for (const { id, owner } of world.tokens) {
        const held = decisions(world, ownerAsViewer(owner))
        expect([...decisions(world, { kind: 'token', token: id })].filter((one) => !held.has(one))).toEqual([])
      }
    })
  })
  it('viewing-as reads what the contact reads, and does nothing', () => {
    always((world) => {
      for (const viewer of viewersOf(world)) {
        if (viewer.kind !== 'viewing-as' || refusedAltogether(world, viewer)) continue
        const own = [...decisions(world, { kind: 'contact', contact: viewer.contact, session: null })]
        expect([...decisions(world, viewer)]).toEqual(own.filter((one) => one.startsWith('sees ')))
      }
    })
  })
  it('what hangs on a ticket is seen only with the ticket', () => {
    always((world) => {
      for (const viewer of viewersOf(world)) {
        const held = decisions(world, viewer)
        for (const decision of held) {
          const ticket = / of ticket (\d+)/.exec(decision)?.[1]
          if (ticket) expect(held).toContain(`sees ticket ${ticket}`)
        }
      }
    })
  })
})

function ownerAsViewer({ kind, id }: World['sessions'][number]['owner']): Viewer {
  return kind === 'contact' ? { kind, contact: id, session: null } : { kind, engineer: id, session: null }
}
