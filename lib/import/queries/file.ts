import 'server-only'
import { eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { imports } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'

/** The file has done its work; it may hold passwords, so it does not stay. */
export function forgetFile(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await tx.update(imports).set({ fileId: null, storageKey: null }).where(eq(imports.id, id))
  })
}
