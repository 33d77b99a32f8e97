import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { seal, unseal } from '#lib/auth/seal.ts'
import { SEALED_SECRET } from '#lib/auth/second-factor/accept.ts'
import { columnsOf, isOf } from '#lib/auth/second-factor/owner.ts'
import { newSecret, stepOfCode } from '#lib/auth/second-factor/totp.ts'
import { authenticators } from '#lib/db/schema/index.ts'
import { AppError } from '#lib/errors.ts'
import type { Proof } from '../input.ts'
import { firstRecoveryCodes, keepingFactors, tellOfFactor } from './keep.ts'
import { proveOwner } from './prove.ts'

/** Makes a secret for a new authenticator app, which counts only when a code of it was typed. The present app stays until then. */
export function beginApp(viewer: SignedInViewer): Promise<void> {
  return keepingFactors(viewer, async (tx, of) => {
    const pendingSecret = seal(SEALED_SECRET, newSecret())
    const changed = await tx.update(authenticators).set({ pendingSecret }).where(isOf(authenticators, of)).returning()
    if (changed.length === 0) await tx.insert(authenticators).values({ ...columnsOf(of), pendingSecret })
  })
}

/**
 * Makes the new app the account's, in place of one before.
 * @returns recovery codes where there are none yet; else null
 * @throws AppError `invalid` with the field `code` for a wrong one, `conflict` where no app is being set up, and as `proveOwner`
 */
export async function confirmApp(
  viewer: SignedInViewer,
  { code, ...proof }: Proof & { code: string },
  headers: Headers,
): Promise<string[] | null> {
  await proveOwner(viewer, proof, headers)
  return keepingFactors(viewer, async (tx, of) => {
    const [app] = await tx.select().from(authenticators).where(isOf(authenticators, of))
    const secret = app?.pendingSecret ? unseal(SEALED_SECRET, app.pendingSecret) : null
    if (!app || secret === null) throw new AppError('conflict', { detail: { reason: 'noSetUp' } })
    const step = stepOfCode(secret, code)
    if (step === null) throw new AppError('invalid', { fields: { code: 'wrongCode' } })
    await tx
      .update(authenticators)
      .set({
        secret: app.pendingSecret,
        pendingSecret: null,
        lastStep: step,
        confirmedAt: sql`now()`,
        lastUsedAt: null,
      })
      .where(and(isOf(authenticators, of), eq(authenticators.id, app.id)))
    await tellOfFactor(tx, of, { action: 'second_factor.added', factor: { factor: 'app' } })
    return firstRecoveryCodes(tx, of)
  })
}
