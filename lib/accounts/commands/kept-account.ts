import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import type { WayIn } from '#lib/auth/method.ts'
import { type ContactRecord, contactRecord } from '#lib/contacts/queries/record.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { type Account, type AccountCard, accountCard } from '../queries/card.ts'

export type KeptCard = { contact: ContactRecord; card: AccountCard }

/**
 * The card of a contact whose account the viewer keeps, with the contact held until the transaction ends.
 * @throws AppError `not_found` (V8), `forbidden` without *modify accounts* on the customer group
 */
export async function keptCard(tx: Transaction, id: number, ways: readonly WayIn[] = []): Promise<KeptCard> {
  const contact = await contactRecord(tx, id, 'en')
  if (!contact.mayKeepAccounts) throw new AppError('forbidden')
  // Two who give the same contact an account wait for one another. A lock on the row would need write on the group.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('account of contact', ${id}))`)
  return { contact, card: await accountCard(tx, id, { locale: 'en', ways }) }
}

/** The same where there is an account. @throws AppError `not_found` also without one */
export async function keptAccount(tx: Transaction, id: number): Promise<KeptCard & { account: Account }> {
  const { contact, card } = await keptCard(tx, id)
  if (!card.account) throw notFound()
  return { contact, card, account: card.account }
}

type Told = { action: string; id: number; before?: object; after?: object }

/** Into the audit log; neither password nor hash is ever a part of it. */
export async function tellOfAccount(
  tx: Transaction,
  viewer: EngineerViewer,
  { action, id, before, after }: Told,
): Promise<void> {
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action,
      subjectKind: 'contact',
      subjectId: String(id),
      before: before ?? null,
      after: after ?? null,
    },
    tx,
  )
}
