import 'server-only'
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { authenticators, recoveryCodes } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { seal, unseal } from '../seal.ts'
import { isOf, type Owner } from './owner.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import { stepOfCode } from './totp.ts'

export const SEALED_SECRET = 'authenticator secret'

/** Takes a code of the owner's authenticator app, each once: a code of a time step that was accepted before is refused. */
export async function acceptAppCode(tx: Transaction, of: Owner, code: string): Promise<boolean> {
  const [app] = await tx
    .select({ secret: authenticators.secret })
    .from(authenticators)
    .where(and(isOf(authenticators, of), isNotNull(authenticators.secret)))
  const secret = app?.secret ? unseal(SEALED_SECRET, app.secret) : null
  const step = secret === null ? null : stepOfCode(secret, code)
  if (secret === null || step === null) return false
  // Sealed anew each time, so that the key of the environment may change.
  const accepted = await tx
    .update(authenticators)
    .set({ secret: seal(SEALED_SECRET, secret), lastStep: step, lastUsedAt: sql`now()` })
    .where(and(isOf(authenticators, of), or(isNull(authenticators.lastStep), lt(authenticators.lastStep, step))))
    .returning({ id: authenticators.id })
  return accepted.length === 1
}

/** Takes one of the owner's recovery codes, each once. */
export async function acceptRecoveryCode(tx: Transaction, of: Owner, code: string): Promise<boolean> {
  const accepted = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        isOf(recoveryCodes, of),
        eq(recoveryCodes.codeHash, hashOfRecoveryCode(of, code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return accepted.length > 0
}
