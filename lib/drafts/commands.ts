import 'server-only'
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import type { SignedInViewer } from '../access/viewer.ts'
import { removeStored, type StoredFile } from '../attachments/store.ts'
import { attachments, drafts } from '../db/schema/index.ts'
import { asNobody, asViewer, type Transaction } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { settings } from '../settings/queries.ts'
import { type DraftFile, draftFor, ownedBy } from './queries.ts'

type Values = typeof drafts.$inferInsert.values
type Problem = typeof drafts.$inferInsert.problem

/** Keeps what was typed under its purpose, in place of what was kept before, with what was wrong with it if anything. */
export async function saveDraft(
  viewer: SignedInViewer,
  purpose: string,
  { values, problem = null }: { values: NonNullable<Values>; problem?: Problem },
): Promise<void> {
  await asViewer(viewer, (tx) => upsert(tx, viewer, purpose, { values, problem, updatedAt: new Date() }))
}

/**
 * Hangs stored files on the draft. The files lie on disk already; whatever is refused here is removed again.
 * @throws AppError `too_many` beyond the number of files that a text may have
 */
export async function attachToDraft(
  viewer: SignedInViewer,
  purpose: string,
  files: (StoredFile & { name: string; contentType: string })[],
): Promise<DraftFile[]> {
  const limit = (await settings('attachment.max_files'))['attachment.max_files']
  try {
    return await asViewer(viewer, async (tx) => {
      const draftId = await upsert(tx, viewer, purpose, { updatedAt: new Date() })
      const [held] = await tx
        .select({ files: count() })
        .from(attachments)
        .where(and(eq(attachments.draftId, draftId), isNull(attachments.ticketId)))
      if ((held?.files ?? 0) + files.length > limit) throw new AppError('too_many', { detail: { limit } })
      if (files.length) await tx.insert(attachments).values(files.map((file) => ({ ...file, draftId })))
      return (await draftFor(tx, viewer, purpose))?.files ?? []
    })
  } catch (error) {
    // Where the answer to COMMIT was lost the rows may be there: then the files have to be too.
    if (!(error instanceof AppError && error.code === 'unavailable')) {
      await Promise.all(files.map((file) => removeStored(file.storageKey)))
    }
    throw error
  }
}

/** Takes one file off the draft, and from disk; an unknown or foreign id changes nothing. */
export async function removeFromDraft(viewer: SignedInViewer, purpose: string, fileId: string): Promise<DraftFile[]> {
  const { removed, left } = await asViewer(viewer, async (tx) => {
    const removed = await tx
      .delete(attachments)
      .where(and(eq(attachments.id, fileId), isNull(attachments.ticketId)))
      .returning({ storageKey: attachments.storageKey })
    return { removed, left: (await draftFor(tx, viewer, purpose))?.files ?? [] }
  })
  await Promise.all(removed.map((file) => removeStored(file.storageKey)))
  return left
}

export async function discardDraft(viewer: SignedInViewer, purpose: string): Promise<void> {
  const files = await asViewer(viewer, async (tx) => {
    const draft = and(ownedBy(viewer), eq(drafts.purpose, purpose))
    const held = await tx
      .select({ storageKey: attachments.storageKey })
      .from(attachments)
      .innerJoin(drafts, eq(drafts.id, attachments.draftId))
      .where(and(draft, isNull(attachments.ticketId)))
    await tx.delete(drafts).where(draft)
    return held
  })
  await Promise.all(files.map((file) => removeStored(file.storageKey)))
}

/** Whether the draft could be kept for the owner of a session that has ended. */
export async function keepForEndedSession(
  sessionHash: string,
  purpose: string,
  values: NonNullable<Values>,
): Promise<boolean> {
  const [row] = await asNobody((db) =>
    db.execute<{ kept: boolean }>(
      sql`select keep_draft_of_ended_session(${sessionHash}, ${purpose}, ${JSON.stringify(values)}::jsonb) as kept`,
    ),
  )
  return row?.kept ?? false
}

async function upsert(
  tx: Transaction,
  viewer: SignedInViewer,
  purpose: string,
  set: Partial<Pick<typeof drafts.$inferInsert, 'values' | 'problem' | 'updatedAt'>>,
): Promise<string> {
  const owner = viewer.kind === 'contact' ? { contactId: viewer.contact } : { engineerId: viewer.engineer }
  const target = viewer.kind === 'contact' ? [drafts.contactId, drafts.purpose] : [drafts.engineerId, drafts.purpose]
  const [draft] = await tx
    .insert(drafts)
    .values({ ...owner, purpose, ...set })
    .onConflictDoUpdate({ target, set })
    .returning({ id: drafts.id })
  if (!draft) throw new AppError('unexpected')
  return draft.id
}
