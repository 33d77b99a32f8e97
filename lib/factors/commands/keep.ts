import 'server-only'
import { sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { columnsOf, isOf, type Owner } from '#lib/auth/second-factor/owner.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from '#lib/auth/second-factor/recovery-codes.ts'
import { recoveryCodes } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { codesLeft, ownerIn } from '../queries/own.ts'

/** One change of the viewer's own factors; two at once wait for one another. */
export function keepingFactors<T>(
  viewer: SignedInViewer,
  work: (tx: Transaction, of: Owner) => Promise<T>,
): Promise<T> {
  return asViewer(viewer, async (tx) => {
    const of = ownerIn(viewer)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`factors of ${of.kind}`}, ${of.owner}))`)
    return work(tx, of)
  })
}

type Told = { action: 'second_factor.added' | 'second_factor.removed' | 'recovery_codes.made'; factor?: object }

/** Into the audit log and, where a factor came or went, by mail to its owner. */
export async function tellOfFactor(tx: Transaction, of: Owner, { action, factor }: Told): Promise<void> {
  await record(
    {
      actorKind: of.kind,
      actorId: of.owner,
      action,
      subjectKind: of.kind,
      subjectId: String(of.owner),
      after: factor ?? null,
    },
    tx,
  )
  if (action === 'recovery_codes.made') return
  const template = action === 'second_factor.added' ? 'second-factor-added' : 'second-factor-removed'
  await enqueueMail(tx, { template, ...(of.kind === 'contact' ? { contactId: of.owner } : { engineerId: of.owner }) })
}

/** Makes ten recovery codes in place of those before, and returns them, for the only time. */
export async function makeRecoveryCodes(tx: Transaction, of: Owner): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.delete(recoveryCodes).where(isOf(recoveryCodes, of))
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ ...columnsOf(of), codeHash: hashOfRecoveryCode(of, code) })))
  await tellOfFactor(tx, of, { action: 'recovery_codes.made' })
  return codes
}

/** The first factor brings recovery codes with it; null where there are some. */
export async function firstRecoveryCodes(tx: Transaction, of: Owner): Promise<string[] | null> {
  return (await codesLeft(tx, of)) === 0 ? makeRecoveryCodes(tx, of) : null
}
