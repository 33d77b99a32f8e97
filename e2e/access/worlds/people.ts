import fc from 'fast-check'
import type { Contact, Id, Role, Viewing, World } from '../oracle/world.ts'
import { companyless, mostly, numbered, often, one, seldom, sometimes } from './choices.ts'
import type { Structure } from './structure.ts'

export type People = Pick<World, 'roles' | 'engineers' | 'profiles' | 'contacts' | 'accounts' | 'sessions' | 'tokens'>

const contactCount = 8
const contactIds = Array.from({ length: contactCount }, (_, at) => at + 1)
const roleIds = [1, 2, 3, 4, 5]
const profileIds = [1, 2, 3, 4]
const engineerIds = [1, 2, 3]

/** Roles with any mix of grants (also only *append*), principals with none to three of them, contacts in every bad state. */
export function people(structure: Structure, now: number): fc.Arbitrary<People> {
  return fc.record({
    roles: numbered(roleIds, role(structure)),
    engineers: numbered(engineerIds, fc.record({ active: mostly, roles: someRoles })),
    profiles: numbered(profileIds, fc.record({ roles: someRoles })),
    contacts: numbered(contactIds, contact(structure)),
    accounts: fc
      .tuple(...contactIds.map((id) => fc.option(account(id), { freq: 12 })))
      .map((all) => all.flatMap((given) => given ?? [])),
    sessions: numbered([1, 2, 3, 4, 5, 6], session(now)),
    tokens: numbered(
      [1, 2, 3, 4],
      fc
        .tuple(session(now), fc.subarray(['read', 'read', 'comment', 'create', 'edit', 'execute', 'share'] as const))
        .map(([base, scopes]) => ({ ...base, scopes: [...new Set(scopes)] })),
    ),
  })
}

const someRoles = fc.oneof(
  { weight: 9, arbitrary: fc.subarray(roleIds, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constant([]) },
)

function role({ queues, groups }: Structure): fc.Arbitrary<Omit<Role, 'id'>> {
  const onQueue = fc.tuple(often, fc.subarray(['write', 'append', 'create', 'execute', 'Read']))
  const onGroup = fc.tuple(often, fc.subarray(['write', 'modify accounts', 'delete', 'all']))
  return fc.record({
    onQueues: fc
      .tuple(...queues.map(() => onQueue))
      .map((all) =>
        all.flatMap(([read, rest], at) => withRead(read, rest).map((grant) => ({ queue: queues[at]?.id ?? 0, grant }))),
      ),
    onGroups: fc
      .tuple(...groups.map(() => onGroup))
      .map((all) =>
        all.flatMap(([read, rest], at) => withRead(read, rest).map((grant) => ({ group: groups[at]?.id ?? 0, grant }))),
      ),
    ownCompany: fc.boolean(),
    globals: fc.subarray(['administer', 'manage news', 'manage FAQ', 'Administer']),
  })
}

function withRead(read: boolean, rest: string[]): string[] {
  return read ? ['read', ...rest] : rest
}

function contact({ companies, groups }: Structure): fc.Arbitrary<Omit<Contact, 'id'>> {
  const member = one(companies).map(({ id, group }) => ({ company: id, group }))
  const single = one(groups).map(({ id }) => companyless(id))
  return fc
    .tuple(fc.oneof({ weight: 4, arbitrary: member }, { weight: 1, arbitrary: single }), mostly)
    .map(([place, active]) => ({ ...place, active }))
}

function account(contact: Id) {
  return fc.record({
    contact: fc.constant(contact),
    profile: fc.option(one(profileIds), { freq: 12 }),
    disabled: seldom,
    locked: seldom,
  })
}

/** Every engineer's session views as somebody, or did. It follows from the sessions, so that no other choice shifts. */
export function viewingsIn(sessions: World['sessions'], now: number): Viewing[] {
  return sessions
    .filter(({ owner }) => owner.kind === 'engineer')
    .map(({ id }) => ({
      id,
      session: id,
      contact: contactIds[(id * 3) % contactCount] ?? 1,
      endsAt: id % 3 === 0 ? now - 1 : now + 1200,
    }))
}

function session(now: number) {
  const owner = fc.oneof(
    one(contactIds).map((id) => ({ kind: 'contact', id }) as const),
    one(engineerIds).map((id) => ({ kind: 'engineer', id }) as const),
  )
  return fc.record({ owner, revoked: sometimes, endsAt: fc.constantFrom(now + 3600, now + 86_400, now - 1) })
}
