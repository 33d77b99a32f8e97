import type { Id, Session, World } from '../oracle/world.ts'

/** A change of the world by a name and two dice, so that a shrunk sequence still fits a shrunk world. */
export type Operation = { readonly name: OperationName; readonly dice: readonly [number, number] }
export type OperationName = keyof typeof operations

export function apply(world: World, { name, dice }: Operation): World {
  return { ...world, ...operations[name](world, ...dice) }
}

type Change = (world: World, first: number, second: number) => Partial<World>

const people = {
  'contact moves to another company': (world, first, second) => {
    const company = pick([null, ...world.companies], second)
    return {
      contacts: turn(world.contacts, first, ({ group }) => ({
        company: company?.id ?? null,
        group: company?.group ?? group,
      })),
    }
  },
  'contact is deactivated or back': (world, first) => ({
    contacts: turn(world.contacts, first, ({ active }) => ({ active: !active })),
  }),
  'account is enabled': (world, first) => ({ accounts: turn(world.accounts, first, () => ({ disabled: false })) }),
  'account is disabled, and its sessions end': (world, first) => ({
    accounts: turn(world.accounts, first, () => ({ disabled: true })),
    sessions: ended(world, pick(world.accounts, first)?.contact),
  }),
  'account is locked or unlocked': (world, first) => ({
    accounts: turn(world.accounts, first, ({ locked }) => ({ locked: !locked })),
  }),
  'account is deleted': (world, first) => ({ accounts: drop(world.accounts, first) }),
  'profile is assigned': (world, first, second) => ({
    accounts: turn(world.accounts, first, () => ({ profile: pick(world.profiles, second)?.id ?? null })),
  }),
  'profile is taken, and the sessions end': (world, first) => ({
    accounts: turn(world.accounts, first, () => ({ profile: null })),
    sessions: ended(world, pick(world.accounts, first)?.contact),
  }),
  'portal is switched': (world, first) => ({
    groups: turn(world.groups, first, ({ portal }) => ({ portal: !portal })),
  }),
  'engineer is deactivated or back': (world, first) => ({
    engineers: turn(world.engineers, first, ({ active }) => ({ active: !active })),
  }),
  'session is revoked': (world, first) => ({ sessions: turn(world.sessions, first, () => ({ revoked: true })) }),
  'token is revoked': (world, first) => ({ tokens: turn(world.tokens, first, () => ({ revoked: true })) }),
} satisfies Record<string, Change>

const rights = {
  'profile gains or loses a role': (world, first, second) => ({
    profiles: turn(world.profiles, first, ({ roles }) => ({ roles: toggle(roles, pick(world.roles, second)?.id) })),
  }),
  'engineer gains or loses a role': (world, first, second) => ({
    engineers: turn(world.engineers, first, ({ roles }) => ({ roles: toggle(roles, pick(world.roles, second)?.id) })),
  }),
  'role loses a queue grant': (world, first, second) => ({
    roles: turn(world.roles, first, ({ onQueues }) => ({ onQueues: drop(onQueues, second) })),
  }),
  'role loses a group grant': (world, first, second) => ({
    roles: turn(world.roles, first, ({ onGroups }) => ({ onGroups: drop(onGroups, second) })),
  }),
  'role gains read on a queue': (world, first, second) => {
    const queue = pick(world.queues, second)?.id ?? 0
    return {
      roles: turn(world.roles, first, ({ onQueues }) => ({ onQueues: adding(onQueues, { queue, grant: 'read' }) })),
    }
  },
  'own-company permission is switched': (world, first) => ({
    roles: turn(world.roles, first, ({ ownCompany }) => ({ ownCompany: !ownCompany })),
  }),
  'text class is switched': (world, first) => ({
    textClasses: turn(world.textClasses, first, ({ customerVisible }) => ({ customerVisible: !customerVisible })),
  }),
  'queue turns into an FAQ or back': (world, first) => ({
    queues: turn(world.queues, first, ({ kind }) => ({ kind: kind === 'faq' ? 'regular' : 'faq' })),
  }),
  'field changes exposure': (world, first, second) => ({
    fields: turn(world.fields, first, () => ({ exposure: pick(['none', 'read', 'full'] as const, second) ?? 'none' })),
  }),
} satisfies Record<string, Change>

const work = {
  'ticket moves to another queue': (world, first, second) => {
    const status = pick(world.statuses, second)
    return status ? { tickets: turn(world.tickets, first, () => ({ queue: status.queue, status: status.id })) } : {}
  },
  'main customer changes': (world, first, second) => ({
    tickets: turn(world.tickets, first, () => ({ mainCustomer: pick([null, ...world.contacts], second)?.id ?? null })),
  }),
  'entry changes text class': (world, first, second) => ({
    entries: turn(world.entries, first, () => ({ textClass: pick(world.textClasses, second)?.id ?? 0 })),
  }),
  'attachment changes text class': (world, first, second) => ({
    attachments: turn(world.attachments, first, () => ({ textClass: pick(world.textClasses, second)?.id ?? 0 })),
  }),
  'share ends': (world, first) => ({ shares: turn(world.shares, first, () => ({ endsAt: world.now - 1 })) }),
  'share is withdrawn': (world, first) => ({ shares: drop(world.shares, first) }),
  'participant leaves': (world, first) => ({ participants: drop(world.participants, first) }),
  'participant joins': (world, first, second) => {
    const joining = { ticket: pick(world.tickets, first)?.id ?? 0, contact: pick(world.contacts, second)?.id ?? 0 }
    return { participants: adding(world.participants, joining) }
  },
} satisfies Record<string, Change>

export const operations: Record<keyof typeof people | keyof typeof rights | keyof typeof work, Change> = {
  ...people,
  ...rights,
  ...work,
}

export const operationNames: readonly OperationName[] = [...names(people), ...names(rights), ...names(work)]

function names<T extends object>(of: T): (keyof T & string)[] {
  return Object.keys(of).filter((name): name is keyof T & string => name in of)
}

function ended({ sessions }: World, contact: Id | undefined): Session[] {
  const own = ({ owner }: Session) => owner.kind === 'contact' && owner.id === contact
  return sessions.map((one) => (own(one) ? { ...one, revoked: true } : one))
}

function pick<T>(list: readonly T[], dice: number): T | undefined {
  return list[dice % list.length]
}

function turn<T>(list: readonly T[], dice: number, change: (one: T) => Partial<T>): T[] {
  const chosen = pick(list, dice)
  return list.map((one) => (one === chosen ? { ...one, ...change(one) } : one))
}

function drop<T>(list: readonly T[], dice: number): T[] {
  const chosen = pick(list, dice)
  return list.filter((one) => one !== chosen)
}

function adding<T extends object>(list: readonly T[], joining: T): T[] {
  const same = (one: T) => JSON.stringify(one) === JSON.stringify(joining)
  return list.some(same) ? [...list] : [...list, joining]
}

function toggle(list: readonly Id[], id: Id | undefined): Id[] {
  if (id === undefined) return [...list]
  return list.includes(id) ? list.filter((one) => one !== id) : [...list, id]
}
