import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { SECRET } from '../auth/oidc/provider.ts'
import { seal } from '../auth/seal.ts'
import { oidcIdentities, oidcProviderHosts, oidcProviders } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { requireVersion } from '../db/version.ts'
import { orTaken, orUnknown } from '../db/violations.ts'
import { AppError, notFound } from '../errors.ts'
import type { NewProvider, ProviderChange } from './input.ts'
import { type StoredProvider, storedProvider } from './queries.ts'

/** @returns its number. @throws AppError `invalid` without a secret, for a key that is there already and an unknown host */
export function createProvider(
  viewer: EngineerViewer,
  { hosts, clientSecret, ...given }: NewProvider,
): Promise<number> {
  return changing(viewer, async (tx) => {
    if (clientSecret === '') throw new AppError('invalid', { fields: { clientSecret: 'missing' } })
    const row = { ...given, clientSecret: seal(SECRET, clientSecret) }
    const [made] = await orTaken('key', tx.insert(oidcProviders).values(row).returning({ id: oidcProviders.id }))
    if (!made) throw new AppError('unexpected')
    await replaceHosts(tx, made.id, hosts)
    await tell(tx, viewer, given.key, { change: 'created', after: { ...given, hosts } })
    return made.id
  })
}

/**
 * Holds from the next sign-in. Another issuer knows other people: whoever is linked is so no longer.
 * @throws AppError `not_found`, `conflict`, and `invalid` for an unknown host
 */
export function changeProvider(
  viewer: EngineerViewer,
  id: number,
  { hosts, clientSecret, ...change }: ProviderChange,
  shown?: string,
): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await lockedProvider(tx, id)
    requireVersion(before, shown)
    const secret = clientSecret === '' ? {} : { clientSecret: seal(SECRET, clientSecret) }
    await tx
      .update(oidcProviders)
      .set({ ...change, ...secret })
      .where(eq(oidcProviders.id, id))
    await replaceHosts(tx, id, hosts)
    if (change.issuer !== before.issuer) await tx.delete(oidcIdentities).where(eq(oidcIdentities.providerId, id))
    const replaced = clientSecret === '' ? {} : { secret: 'replaced' }
    await tell(tx, viewer, before.key, { change: 'changed', before, after: { ...change, hosts, ...replaced } })
  })
}

/** Whoever is linked signs in by it no more; sessions go on. @throws AppError `not_found` */
export function deleteProvider(viewer: EngineerViewer, id: number): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await lockedProvider(tx, id)
    await tx.delete(oidcProviders).where(eq(oidcProviders.id, id))
    await tell(tx, viewer, before.key, { change: 'deleted', before })
  })
}

function changing<T>(viewer: EngineerViewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    return work(tx)
  })
}

async function lockedProvider(tx: Transaction, id: number): Promise<StoredProvider> {
  await tx.execute(sql`select from ${oidcProviders} where id = ${id} for update`)
  const found = await storedProvider(tx, id)
  if (!found) throw notFound()
  return found
}

async function replaceHosts(tx: Transaction, providerId: number, hosts: string[]): Promise<void> {
  await tx.delete(oidcProviderHosts).where(eq(oidcProviderHosts.providerId, providerId))
  if (hosts.length === 0) return
  const rows = [...new Set(hosts)].map((host) => ({ providerId, host }))
  await orUnknown('hosts', tx.insert(oidcProviderHosts).values(rows))
}

function tell(
  tx: Transaction,
  viewer: EngineerViewer,
  key: string,
  { change, before, after }: { change: string; before?: object; after?: object },
): Promise<void> {
  const actor = { actorKind: 'engineer', actorId: viewer.engineer } as const
  return record({ ...actor, action: `provider.${change}`, subjectKind: 'provider', subjectId: key, before, after }, tx)
}
