import 'server-only'
import { and, eq, isNotNull } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { isOf, type Owner } from '#lib/auth/second-factor/owner.ts'
import { authenticators, passkeys, recoveryCodes } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { Proof } from '../input.ts'
import { isRequired } from '../queries/own.ts'
import { keepingFactors, makeRecoveryCodes, tellOfFactor } from './keep.ts'
import { proveOwner } from './prove.ts'

/**
 * Takes one of the viewer's own factors away: the app, or a passkey by its number. With the last one the recovery codes go.
 * @throws AppError `not_found`; `conflict` with reason `required` for the last one where a role asks for one; as `proveOwner`
 */
export async function removeFactor(
  viewer: SignedInViewer,
  { factor, ...proof }: Proof & { factor: 'app' | number },
  headers: Headers,
): Promise<void> {
  await proveOwner(viewer, proof, headers)
  await keepingFactors(viewer, async (tx, of) => {
    const told = factor === 'app' ? await removeApp(tx, of) : await removePasskey(tx, of, factor)
    if (!told) throw notFound()
    if (!(await hasFactor(tx, of))) {
      if (await isRequired(tx, of)) throw new AppError('conflict', { detail: { reason: 'required' } })
      await tx.delete(recoveryCodes).where(isOf(recoveryCodes, of))
    }
    await tellOfFactor(tx, of, { action: 'second_factor.removed', factor: told })
  })
}

/** New recovery codes; those before hold no more. @throws AppError `conflict` without a factor, and as `proveOwner` */
export async function renewRecoveryCodes(viewer: SignedInViewer, proof: Proof, headers: Headers): Promise<string[]> {
  await proveOwner(viewer, proof, headers)
  return keepingFactors(viewer, async (tx, of) => {
    if (!(await hasFactor(tx, of))) throw new AppError('conflict', { detail: { reason: 'noFactor' } })
    return makeRecoveryCodes(tx, of)
  })
}

async function removeApp(tx: Transaction, of: Owner) {
  const gone = await tx
    .delete(authenticators)
    .where(and(isOf(authenticators, of), isNotNull(authenticators.secret)))
    .returning({ id: authenticators.id })
  return gone.length > 0 ? { factor: 'app' } : undefined
}

async function removePasskey(tx: Transaction, of: Owner, id: number) {
  const [gone] = await tx
    .delete(passkeys)
    .where(and(isOf(passkeys, of), eq(passkeys.id, id)))
    .returning({ name: passkeys.name })
  return gone && { factor: 'passkey', name: gone.name }
}

async function hasFactor(tx: Transaction, of: Owner): Promise<boolean> {
  const [app] = await tx
    .select({ id: authenticators.id })
    .from(authenticators)
    .where(and(isOf(authenticators, of), isNotNull(authenticators.secret)))
  return app !== undefined || (await tx.$count(passkeys, isOf(passkeys, of))) > 0
}
