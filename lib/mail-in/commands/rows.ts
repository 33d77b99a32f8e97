import 'server-only'
import { sql } from 'drizzle-orm'
import type { StoredFile } from '#lib/attachments/store.ts'
import { mailsIn } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { asSystem } from '#lib/jobs/as.ts'
import type { Held } from '../judge.ts'
import type { Stop } from '../stop.ts'

/** What became of a mail: a comment, held for an engineer, stopped because nobody wrote it, or here before. */
export type Outcome = { state: 'taken' | 'held' | 'stopped' | 'known'; reason?: string }

/** What is written down of every mail that comes in. */
export type Row = Pick<
  typeof mailsIn.$inferInsert & { files: (typeof mailsIn.$inferSelect)['files'] },
  'digest' | 'source' | 'sender' | 'subject' | 'bytes' | 'files'
> & { messageId: string | null; senderName: string }

/** So many mails lie here at most; those that come later stay where they are until somebody has looked. */
const MOST = 1_000

export async function heldEnough(): Promise<boolean> {
  const rows = await asSystem((tx) => tx.execute(sql`select from mails_in where state = 'held' limit ${MOST}`))
  return rows.length >= MOST
}

/** How many mails this sender has sent within the last hour. */
export async function recentFrom(sender: string): Promise<number> {
  const [row] = await asSystem((tx) =>
    tx.execute<{ recent: number }>(sql`
      select count(*)::int as recent from mails_in where sender = ${sender} and created_at > now() - interval '1 hour'`),
  )
  return row?.recent ?? 0
}

/** Writes the mail down once; undefined where it is there already. */
export async function writeDown(
  tx: Transaction,
  row: Row & Pick<typeof mailsIn.$inferInsert, 'state' | 'reason' | 'contactId' | 'ticketId' | 'fileId' | 'storageKey'>,
): Promise<number | undefined> {
  const [written] = await tx.insert(mailsIn).values(row).onConflictDoNothing().returning({ id: mailsIn.id })
  return written?.id
}

/** Keeps a mail for an engineer; `raw` is null where it was too large to be kept. */
export async function hold(
  row: Row,
  { reason, contact, ticket }: { reason: Held; contact?: number; ticket?: number },
  raw: StoredFile | null,
): Promise<Outcome> {
  const about = { contactId: contact ?? null, ticketId: ticket ?? null }
  const kept = { fileId: raw?.id ?? null, storageKey: raw?.storageKey ?? null }
  const id = await asSystem((tx) => writeDown(tx, { ...row, ...about, ...kept, state: 'held', reason }))
  return id === undefined ? { state: 'known' } : { state: 'held', reason }
}

/** Notes a mail that nobody wrote; it is not kept. */
export async function stop(row: Row, reason: Stop): Promise<Outcome> {
  const id = await asSystem((tx) => writeDown(tx, { ...row, state: 'stopped', reason }))
  return id === undefined ? { state: 'known' } : { state: 'stopped', reason }
}
