import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { drafts, entries } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { ownedBy } from '#lib/drafts/queries.ts'
import { enqueueMailsOfEntry } from '#lib/mail/commands/enqueue.ts'
import { keepAnswerDue } from './answer-due.ts'

type Entry = Pick<typeof entries.$inferInsert, 'ticketId' | 'kind' | 'textClassId' | 'body' | 'change' | 'fieldId'>

/**
 * Adds an entry to a ticket's history under the viewer's own name, keeps when an answer is due, and queues the mails that
 * tell of it; returns its id.
 */
export async function addEntry(tx: Transaction, viewer: SignedInViewer, entry: Entry): Promise<number> {
  const author =
    viewer.kind === 'contact'
      ? { authorKind: 'contact' as const, authorContactId: viewer.contact }
      : { authorKind: 'engineer' as const, authorEngineerId: viewer.engineer }
  const [{ id } = { id: 0 }] = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence('entries', 'id')) as id`,
  )
  // Without RETURNING: whoever creates in a queue that it cannot read may write what it may not read back.
  await tx.insert(entries).values({ id: Number(id), ...entry, ...author, authorName: viewer.name })
  await keepAnswerDue(tx, entry.ticketId)
  await enqueueMailsOfEntry(tx, Number(id))
  return Number(id)
}

/** Files and text of the draft are now the entry's; the draft is gone. */
export async function takeDraft(
  tx: Transaction,
  viewer: SignedInViewer,
  purpose: string,
  entryId: number,
): Promise<void> {
  const draft = and(ownedBy(viewer), eq(drafts.purpose, purpose))
  const [held] = await tx.select({ id: drafts.id }).from(drafts).where(draft)
  if (!held) return
  await tx.execute(sql`select bind_draft_files(${held.id}, ${entryId})`)
  await tx.delete(drafts).where(draft)
}

export async function hasDraftFiles(tx: Transaction, viewer: SignedInViewer, purpose: string): Promise<boolean> {
  const rows = await tx.execute(sql`select from attachments a join ${drafts} on ${drafts.id} = a.draft_id
    where ${and(ownedBy(viewer), eq(drafts.purpose, purpose))} limit 1`)
  return rows.length > 0
}
