import 'server-only'
import { and, isNotNull } from 'drizzle-orm'
import { isOf, type Owner } from '#lib/auth/second-factor/owner.ts'
import { authenticators, passkeys } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { codesLeft, isRequired } from './own.ts'

/** What others are told of somebody's second factor: that it is there, never what it is. */
export type FactorsHeld = { app: boolean; passkeys: number; recoveryCodes: number; required: boolean }

/** Of an account that the viewer may read; of all others, nothing held. */
export async function factorsOf(tx: Transaction, of: Owner): Promise<FactorsHeld> {
  const apps = await tx.$count(authenticators, and(isOf(authenticators, of), isNotNull(authenticators.secret)))
  return {
    app: apps > 0,
    passkeys: await tx.$count(passkeys, isOf(passkeys, of)),
    recoveryCodes: await codesLeft(tx, of),
    required: await isRequired(tx, of),
  }
}
