import { byId, type Viewer, type World } from '../oracle/world.ts'

/** Every viewer there can be in the world, of every kind. */
export function viewersOf(world: World): Viewer[] {
  const { contacts, engineers, sessions, tokens, viewings } = world
  return [
    { kind: 'anonymous' },
    ...contacts.map(({ id }): Viewer => ({ kind: 'contact', contact: id, session: null })),
    ...engineers.map(({ id }): Viewer => ({ kind: 'engineer', engineer: id, session: null })),
    ...sessions.map(
      ({ id, owner }): Viewer =>
        owner.kind === 'contact'
          ? { kind: 'contact', contact: owner.id, session: id }
          : { kind: 'engineer', engineer: owner.id, session: id },
    ),
    ...tokens.map(({ id }): Viewer => ({ kind: 'token', token: id })),
    ...contacts.slice(0, 4).map(({ id }, at): Viewer => {
      const engineer = engineers[at % engineers.length]?.id ?? 0
      return { kind: 'viewing-as', engineer, contact: id, session: null }
    }),
    ...viewings.flatMap(({ session, contact }): Viewer[] => {
      const owner = byId(sessions, session)?.owner
      if (owner?.kind !== 'engineer') return []
      const others = contacts.filter(({ id }) => id !== contact).slice(0, 2)
      return [contact, ...others.map(({ id }) => id)].map((seen) => ({
        kind: 'viewing-as',
        engineer: owner.id,
        contact: seen,
        session,
      }))
    }),
  ]
}
