import 'server-only'
import { asc, count, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { SECRET } from '../auth/oidc/provider.ts'
import { unseal } from '../auth/seal.ts'
import { hosts, oidcIdentities, oidcProviderHosts, oidcProviders } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { versionOf } from '../db/version.ts'
import { notFound } from '../errors.ts'
import type { Finding } from '../health/part.ts'

const MOST = 200

/** Sealed by a key that the environment does not have any more: nobody can sign in by it until the secret is entered anew. */
const secretIsLost = (sealed: string) => unseal(SECRET, sealed) === null

/** Every provider by its name, 200 at most, with how many people are linked to it. */
export async function providerList(viewer: EngineerViewer) {
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({
        id: oidcProviders.id,
        name: oidcProviders.name,
        issuer: oidcProviders.issuer,
        active: oidcProviders.active,
        sealed: oidcProviders.clientSecret,
        forContacts: oidcProviders.forContacts,
        forEngineers: oidcProviders.forEngineers,
        hosts: sql<
          string[]
        >`array(select h.host from ${oidcProviderHosts} h where h.provider_id = ${oidcProviders}.id order by 1)`,
        people: sql<number>`(select count(*)::int from ${oidcIdentities} i where i.provider_id = ${oidcProviders}.id)`,
      })
      .from(oidcProviders)
      .orderBy(asc(oidcProviders.name), asc(oidcProviders.key))
      .limit(MOST),
  )
  return rows.map(({ sealed, ...row }) => ({ ...row, secretIsLost: secretIsLost(sealed) }))
}
export type ProviderRow = Awaited<ReturnType<typeof providerList>>[number]

/** A provider in the shape in which it is changed, without its secret; undefined for an unknown one. */
export async function storedProvider(tx: Transaction, id: number) {
  const [row] = await tx
    .select({
      id: oidcProviders.id,
      key: oidcProviders.key,
      name: oidcProviders.name,
      issuer: oidcProviders.issuer,
      clientId: oidcProviders.clientId,
      scopes: oidcProviders.scopes,
      mailClaim: oidcProviders.mailClaim,
      active: oidcProviders.active,
      forContacts: oidcProviders.forContacts,
      forEngineers: oidcProviders.forEngineers,
      asksSecondFactor: oidcProviders.asksSecondFactor,
      linksByMail: oidcProviders.linksByMail,
    })
    .from(oidcProviders)
    .where(eq(oidcProviders.id, id))
  if (!row) return undefined
  const offered = await tx
    .select({ host: oidcProviderHosts.host })
    .from(oidcProviderHosts)
    .where(eq(oidcProviderHosts.providerId, row.id))
    .orderBy(oidcProviderHosts.host)
  return { ...row, hosts: offered.map(({ host }) => host) }
}
export type StoredProvider = NonNullable<Awaited<ReturnType<typeof storedProvider>>>

/** A provider with the number of people linked to it, or what a new one needs. @throws AppError `not_found` */
export function providerPage(viewer: EngineerViewer, id: number | undefined) {
  return asViewer(viewer, async (tx) => {
    const stored = id === undefined ? undefined : await storedProvider(tx, id)
    if (id !== undefined && !stored) throw notFound()
    const known = await tx.select({ host: hosts.host }).from(hosts).orderBy(asc(hosts.host)).limit(MOST)
    const [linked] = stored
      ? await tx.select({ people: count() }).from(oidcIdentities).where(eq(oidcIdentities.providerId, stored.id))
      : []
    const [secret] = stored
      ? await tx
          .select({ sealed: oidcProviders.clientSecret })
          .from(oidcProviders)
          .where(eq(oidcProviders.id, stored.id))
      : []
    return {
      stored: stored && { ...stored, version: versionOf(stored) },
      hosts: known.map(({ host }) => host),
      people: linked?.people ?? 0,
      secretIsLost: secret !== undefined && secretIsLost(secret.sealed),
    }
  })
}

/** The client, for a test of the connection and no page; its secret is null where it can no longer be read. @throws AppError `not_found` */
export function clientOf(viewer: EngineerViewer, id: number): Promise<{ key: string; clientSecret: string | null }> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({ key: oidcProviders.key, sealed: oidcProviders.clientSecret })
      .from(oidcProviders)
      .where(eq(oidcProviders.id, id))
    if (!row) throw notFound()
    return { key: row.key, clientSecret: unseal(SECRET, row.sealed) }
  })
}

/** For the health page: how many providers sign-in pages offer, and the names of those that they cannot. */
export async function providerHealth(viewer: EngineerViewer): Promise<Finding> {
  const active = (await providerList(viewer)).filter((one) => one.active)
  const lost = active.filter((one) => one.secretIsLost).map(({ name }) => name)
  return {
    state: active.length === 0 ? 'off' : lost.length > 0 ? 'broken' : 'good',
    facts: { count: active.length, reasons: lost.join(', ') },
    problems: lost.length > 0 ? ['providerSecret'] : [],
  }
}
