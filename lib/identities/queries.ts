import 'server-only'
import { sql } from 'drizzle-orm'
import type { SignedInViewer } from '../access/viewer.ts'
import { oidcIdentities } from '../db/schema/index.ts'
import { asViewer } from '../db/transaction.ts'

export type OwnIdentity = { id: number; providerId: number; label: string; createdAt: Date; lastUsedAt: Date | null }

/** By whom the viewer may be vouched for: its own identities, one a provider. */
export function ownIdentities(viewer: SignedInViewer): Promise<OwnIdentity[]> {
  const own = viewer.kind === 'contact' ? oidcIdentities.contactId : oidcIdentities.engineerId
  const me = viewer.kind === 'contact' ? viewer.contact : viewer.engineer
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: oidcIdentities.id,
        providerId: oidcIdentities.providerId,
        label: oidcIdentities.label,
        createdAt: oidcIdentities.createdAt,
        lastUsedAt: oidcIdentities.lastUsedAt,
      })
      .from(oidcIdentities)
      .where(sql`${own} = ${me}`)
      .limit(50),
  )
}
