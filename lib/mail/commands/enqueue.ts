import 'server-only'
import { sql } from 'drizzle-orm'
import { outbox } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { MailKey } from '../kinds.ts'

export type NewMail = {
  template: MailKey
  ticketId?: number
  entryId?: number
  /** Small facts beside the ticket: who added somebody, from which device. Never a secret, never a text of somebody's. */
  payload?: Record<string, string>
} & ({ contactId: number } | { engineerId: number } | { registrationId: number })

/**
 * Writes a mail in the transaction of what it tells: it goes out if and only if that happens. What it says is put together when
 * it is sent, from what the recipient may then see.
 */
export async function enqueueMail(tx: Transaction, mail: NewMail): Promise<void> {
  await tx.insert(outbox).values(mail)
}

/** The mails about an entry that the viewer has just written, to the customers whom it concerns. */
export async function enqueueMailsOfEntry(tx: Transaction, entry: number): Promise<void> {
  await tx.execute(sql`select notify_of_entry(${entry})`)
}
