import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { waysIn } from '#lib/auth/methods.ts'
import { unseal } from '#lib/auth/seal.ts'
import { SEALED_SECRET } from '#lib/auth/second-factor/accept.ts'
import { isOf, type Owner } from '#lib/auth/second-factor/owner.ts'
import { accounts, authenticators, engineers, passkeys, recoveryCodes } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'

/** Whose factors a viewer keeps: its own. An engineer who views as a contact is shown none. */
export const ownerIn = (viewer: SignedInViewer | ViewingViewer): Owner =>
  viewer.kind === 'engineer' ? { kind: 'engineer', owner: viewer.engineer } : { kind: 'contact', owner: viewer.contact }

/** What a change of the factors asks for first; `nothing` where the account has neither password nor app. */
export type ProofAsked = 'password' | 'code' | 'nothing'

export type OwnPasskey = { id: number; name: string; rpId: string; createdAt: Date; lastUsedAt: Date | null }

export type OwnFactors = {
  /** A role asks for one, so that the last cannot be taken away. */
  required: boolean
  app: { confirmedAt: Date | null; lastUsedAt: Date | null } | null
  /** The new app's secret (base32), until a code of it is typed. */
  pending: string | null
  passkeys: OwnPasskey[]
  recoveryCodes: number
  asked: ProofAsked
}

/** Twenty passkeys at most: more are not kept. */
export const MOST_PASSKEYS = 20

export function ownFactors(viewer: SignedInViewer | ViewingViewer): Promise<OwnFactors> {
  return asViewer(viewer, async (tx) => {
    const of = ownerIn(viewer)
    const [app] = await tx.select().from(authenticators).where(isOf(authenticators, of))
    const keys = await tx
      .select({
        id: passkeys.id,
        name: passkeys.name,
        rpId: passkeys.rpId,
        createdAt: passkeys.createdAt,
        lastUsedAt: passkeys.lastUsedAt,
      })
      .from(passkeys)
      .where(isOf(passkeys, of))
      .orderBy(desc(passkeys.id))
      .limit(MOST_PASSKEYS)
    return {
      required: await isRequired(tx, of),
      app: app?.secret ? { confirmedAt: app.confirmedAt, lastUsedAt: app.lastUsedAt } : null,
      pending: app?.pendingSecret ? unseal(SEALED_SECRET, app.pendingSecret) : null,
      passkeys: keys,
      recoveryCodes: await codesLeft(tx, of),
      asked: await proofAsked(tx, of),
    }
  })
}

export function codesLeft(tx: Transaction, of: Owner): Promise<number> {
  return tx.$count(recoveryCodes, and(isOf(recoveryCodes, of), isNull(recoveryCodes.usedAt)))
}

export async function isRequired(tx: Transaction, { kind, owner }: Owner): Promise<boolean> {
  const [row] = await tx.execute<{ required: boolean }>(
    sql`select second_factor_required(${kind}, ${owner}) as required`,
  )
  return row?.required ?? false
}

/** By the viewer itself: its password, here or in a directory; where there is none, a code of its app. */
export async function proofAsked(tx: Transaction, of: Owner): Promise<ProofAsked> {
  const ways = await waysIn(of.kind)
  const [held] = await tx.execute<{ hash: string | null }>(sql`select own_password_hash() as hash`)
  if (held?.hash && ways.includes('DATABASE')) return 'password'
  const [own] =
    of.kind === 'contact'
      ? await tx.select({ ldapId: accounts.ldapId }).from(accounts).where(eq(accounts.contactId, of.owner))
      : await tx.select({ ldapId: engineers.ldapId }).from(engineers).where(eq(engineers.id, of.owner))
  if (own?.ldapId && ways.includes('LDAP')) return 'password'
  const [app] = await tx.select({ secret: authenticators.secret }).from(authenticators).where(isOf(authenticators, of))
  return app?.secret ? 'code' : 'nothing'
}
