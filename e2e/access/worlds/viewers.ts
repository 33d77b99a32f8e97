import type { Viewer, World } from '../oracle/world.ts'

/** Every viewer there can be in the world, of every kind. */
export function viewersOf(world: World): Viewer[] {
  const { contacts, engineers, sessions, tokens } = world
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
    ...contacts.slice(0, 3).map(({ id }, at): Viewer => {
      const engineer = engineers[at % engineers.length]?.id ?? 0
      return { kind: 'viewing-as', engineer, contact: id, session: null }
    }),
  ]
}
