import { onGroup } from './grants.ts'
import {
  byId,
  type Contact,
  type Engineer,
  type Id,
  type Owner,
  type Profile,
  type Scope,
  type Viewer,
  type World,
} from './world.ts'

/** Whose rights count ("principal") and how far a request may use them. */
export type Actor = { readonly principal: Principal; readonly scopes: ReadonlySet<Scope> }
export type Principal =
  | { readonly kind: 'contact'; readonly contact: Contact; readonly profile: Profile }
  | { readonly kind: 'engineer'; readonly engineer: Engineer }

const everything: ReadonlySet<Scope> = new Set(['read', 'comment', 'create', 'edit', 'execute', 'share'])
const readingOnly: ReadonlySet<Scope> = new Set(['read'])

/** "The viewer": the actor behind a viewer, or null where it is refused altogether. */
export function actorOf(world: World, viewer: Viewer): Actor | null {
  switch (viewer.kind) {
    case 'anonymous':
      return null
    case 'contact':
      return inSession(world, viewer.session, { kind: 'contact', id: viewer.contact })
        ? acting(contactPrincipal(world, viewer.contact), everything)
        : null
    case 'engineer':
      return inSession(world, viewer.session, { kind: 'engineer', id: viewer.engineer })
        ? acting(engineerPrincipal(world, viewer.engineer), everything)
        : null
    case 'token':
      return tokenActor(world, viewer.token)
    case 'viewing-as':
      return mayViewAs(world, viewer) ? acting(contactPrincipal(world, viewer.contact), readingOnly) : null
  }
}

/** "A contact is refused everything when ..."; anonymous and a dead token, session or engineer hold nothing either. */
export function refusedAltogether(world: World, viewer: Viewer): boolean {
  return actorOf(world, viewer) === null
}

/** No account, no profile, account disabled or locked, contact deactivated, the customer group's portal off: null. */
export function contactPrincipal(world: World, id: Id): Principal | null {
  const contact = byId(world.contacts, id)
  const account = world.accounts.find((one) => one.contact === id)
  const profile = byId(world.profiles, account?.profile ?? null)
  if (!contact?.active || !account || account.disabled || account.locked || !profile) return null
  return byId(world.groups, contact.group)?.portal ? { kind: 'contact', contact, profile } : null
}

function engineerPrincipal(world: World, id: Id): Principal | null {
  const engineer = byId(world.engineers, id)
  return engineer?.active ? { kind: 'engineer', engineer } : null
}

/** "viewing as": *read* and *modify accounts* on the contact's group, in a session that is at it and for as long. */
function mayViewAs(world: World, { engineer, contact, session }: Extract<Viewer, { kind: 'viewing-as' }>): boolean {
  const [looking, seen] = [engineerPrincipal(world, engineer), byId(world.contacts, contact)]
  if (!looking || !seen || !inSession(world, session, { kind: 'engineer', id: engineer })) return false
  const viewed = (one: World['viewings'][number]) =>
    one.session === session && one.contact === contact && one.endsAt > world.now
  if (session !== null && !world.viewings.some(viewed)) return false
  return onGroup(world, looking, seen.group, 'read') && onGroup(world, looking, seen.group, 'modify accounts')
}

/** "token": the rights of the one it acts for, cut down to its scopes. */
function tokenActor(world: World, id: Id): Actor | null {
  const token = byId(world.tokens, id)
  if (!token || token.revoked || token.endsAt <= world.now) return null
  const { kind, id: owner } = token.owner
  const principal = kind === 'contact' ? contactPrincipal(world, owner) : engineerPrincipal(world, owner)
  return acting(principal, new Set(token.scopes))
}

function acting(principal: Principal | null, scopes: ReadonlySet<Scope>): Actor | null {
  return principal && { principal, scopes }
}

/** "the session is revoked or expired", or is somebody else's. */
function inSession(world: World, id: Id | null, owner: Owner): boolean {
  if (id === null) return true
  const session = byId(world.sessions, id)
  if (!session || session.revoked || session.endsAt <= world.now) return false
  return session.owner.kind === owner.kind && session.owner.id === owner.id
}
