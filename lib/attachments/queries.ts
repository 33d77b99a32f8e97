import 'server-only'
import { eq } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '../access/viewer.ts'
import { attachments } from '../db/schema/index.ts'
import { asViewer } from '../db/transaction.ts'
import { notFound } from '../errors.ts'

export type StoredAttachment = { name: string; contentType: string; bytes: number; sha256: string; storageKey: string }

/** @throws AppError `not_found` alike for an unknown id and for a file that the viewer may not see (V5, V8) */
export function attachmentForDownload(viewer: SignedInViewer | ViewingViewer, id: string): Promise<StoredAttachment> {
  return asViewer(viewer, async (tx) => {
    const [file] = await tx
      .select({
        name: attachments.name,
        contentType: attachments.contentType,
        bytes: attachments.bytes,
        sha256: attachments.sha256,
        storageKey: attachments.storageKey,
      })
      .from(attachments)
      .where(eq(attachments.id, id))
    if (!file) throw notFound()
    return file
  })
}
