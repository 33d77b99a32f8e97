import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { type Claims, nameIn } from '../auth/oidc/claims.ts'
import type { Provider } from '../auth/oidc/provider.ts'
import { accounts, engineers, oidcIdentities } from '../db/schema/index.ts'
import { asViewer, ownerOf, type Transaction } from '../db/transaction.ts'
import { orTaken } from '../db/violations.ts'
import { AppError, notFound } from '../errors.ts'

/**
 * Connects the viewer's account with whom the provider has vouched for, in place of whom it vouched for before.
 * @throws AppError `invalid` with the field `subject` where that is somebody else's
 */
export function connectIdentity(viewer: SignedInViewer, provider: Provider, claims: Claims): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await tx.delete(oidcIdentities).where(and(isOwn(viewer), eq(oidcIdentities.providerId, provider.id)))
    await orTaken(
      'subject',
      tx.insert(oidcIdentities).values({
        providerId: provider.id,
        issuer: claims.iss,
        subject: claims.sub,
        label: nameIn(claims, provider.mailClaim),
        linkedBy: 'owner',
        ...(viewer.kind === 'contact' ? { contactId: viewer.contact } : { engineerId: viewer.engineer }),
      }),
    )
    await tell(tx, viewer, 'identity.connected', { provider: provider.key, by: 'owner' })
  })
}

/**
 * Ends it: by this provider the viewer signs in no more.
 * @throws AppError `not_found`; `conflict` with the reason `onlyWay` where the account has neither a password nor a directory
 */
export function disconnectIdentity(viewer: SignedInViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if (!(await hasAnotherWay(tx, viewer))) throw new AppError('conflict', { detail: { reason: 'onlyWay' } })
    const [gone] = await tx
      .delete(oidcIdentities)
      .where(and(isOwn(viewer), eq(oidcIdentities.id, id)))
      .returning({ label: oidcIdentities.label })
    if (!gone) throw notFound()
    await tell(tx, viewer, 'identity.disconnected', { id })
  })
}

const isOwn = (viewer: SignedInViewer) =>
  eq(viewer.kind === 'contact' ? oidcIdentities.contactId : oidcIdentities.engineerId, ownerOf(viewer))

async function hasAnotherWay(tx: Transaction, viewer: SignedInViewer): Promise<boolean> {
  const [held] =
    viewer.kind === 'contact'
      ? await tx.select({ ldapId: accounts.ldapId }).from(accounts).where(eq(accounts.contactId, viewer.contact))
      : await tx.select({ ldapId: engineers.ldapId }).from(engineers).where(eq(engineers.id, viewer.engineer))
  const [row] = await tx.execute<{ has: boolean }>(sql`select own_password_hash() is not null as has`)
  return Boolean(held?.ldapId) || row?.has === true
}

function tell(tx: Transaction, viewer: SignedInViewer, action: string, after: object): Promise<void> {
  const owner = ownerOf(viewer)
  const about = { subjectKind: viewer.kind, subjectId: String(owner) }
  return record({ actorKind: viewer.kind, actorId: owner, action, ...about, after }, tx)
}
