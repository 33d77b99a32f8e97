import { sessionToken } from '../database/rows.ts'
import type { Id, Session, Viewer, World } from '../oracle/world.ts'
import { sessionCookie } from './session-cookie.ts'
import { engineers, people, sessionOfEngineer, sessions } from './town.ts'
import type { Message } from './wire.ts'

/** Somebody who asks, with the session that its cookie names. */
export type Visitor = { readonly name: string; readonly viewer: Viewer }

const customer = (contact: Id, session: Id): Viewer => ({ kind: 'contact', contact, session })
const engineer = (id: Id, session: Id): Viewer => ({ kind: 'engineer', engineer: id, session })

export const anonymous: Visitor = { name: 'anonymous', viewer: { kind: 'anonymous' } }

/** Every kind of viewer of the town. */
export const townspeople: readonly Visitor[] = [
  anonymous,
  ...Object.entries(people).map(([name, id]) => ({ name, viewer: customer(id, id) })),
  { name: 'customer, session revoked', viewer: customer(people.customer, sessions.revoked) },
  { name: 'customer, session expired', viewer: customer(people.customer, sessions.expired) },
  ...Object.entries(engineers).map(([name, id]) => ({
    name: `engineer, ${name}`,
    viewer: engineer(id, sessionOfEngineer(id)),
  })),
  {
    name: 'engineer, viewing as customer',
    viewer: { kind: 'viewing-as', engineer: engineers.keeper, contact: people.customer, session: sessions.viewing },
  },
  {
    name: 'engineer, viewing as one whose account it may not keep',
    viewer: engineer(engineers.keeper, sessions.viewingBlind),
  },
  { name: 'engineer, viewing over', viewer: engineer(engineers.keeper, sessions.viewingOver) },
  { name: 'engineer, session revoked', viewer: engineer(engineers.desk, sessions.engineerRevoked) },
]

export function visitorNamed(name: string): Visitor {
  const found = townspeople.find((one) => one.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}

/** Everybody of a generated world, each with a living session, and the dead sessions that it brought. */
export function crowd(world: World): { world: World; visitors: Visitor[] } {
  const alive = { revoked: false, endsAt: world.now + 3600 }
  const sessions: Session[] = [
    ...world.sessions.filter(({ revoked, endsAt }) => revoked || endsAt <= world.now),
    ...world.contacts.map(({ id }) => ({ id: 100 + id, owner: { kind: 'contact', id } as const, ...alive })),
    ...world.engineers.map(({ id }) => ({ id: 200 + id, owner: { kind: 'engineer', id } as const, ...alive })),
  ]
  const visitors = sessions.map(({ id, owner }) => ({
    name: `${owner.kind} ${owner.id}, session ${id}`,
    viewer: owner.kind === 'contact' ? customer(owner.id, id) : engineer(owner.id, id),
  }))
  return { world: { ...world, sessions, viewings: [] }, visitors }
}

/** The message with the visitor's cookie, before any that it has. */
export function sentBy(visitor: Visitor, message: Message, cookies: Cookies): Message {
  const all = [cookies(visitor), message.headers?.cookie].filter((one) => one !== undefined)
  return all.length > 0 ? { ...message, headers: { ...message.headers, cookie: all.join('; ') } } : message
}

export type Cookies = (visitor: Visitor) => string | undefined

/** A cookie for every session there may be, made once. */
export async function cookiesFor(secret: string): Promise<Cookies> {
  const ids = Array.from({ length: 300 }, (_, id) => id)
  const made = await Promise.all(ids.map((id) => sessionCookie(sessionToken(id), secret)))
  return ({ viewer }) => ('session' in viewer && viewer.session !== null ? made[viewer.session] : undefined)
}
