import 'server-only'
import { and, count, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { deskPreferences, savedViews } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'

const VIEWS_MAX = 30

/**
 * Keeps a list under a name; one of the same name is replaced.
 * @throws AppError `conflict` with the reason `viewTooMany` beyond 30 views
 */
export function saveView(viewer: EngineerViewer, { name, query }: { name: string; query: Record<string, string> }) {
  return asViewer(viewer, async (tx) => {
    const [held] = await tx
      .select({ views: count() })
      .from(savedViews)
      .where(and(eq(savedViews.engineerId, viewer.engineer), sql`${savedViews.name} <> ${name}`))
    if ((held?.views ?? 0) >= VIEWS_MAX) throw new AppError('conflict', { detail: { reason: 'viewTooMany' } })
    const [saved] = await tx
      .insert(savedViews)
      .values({ engineerId: viewer.engineer, name, query })
      .onConflictDoUpdate({ target: [savedViews.engineerId, savedViews.name], set: { query } })
      .returning({ id: savedViews.id })
    return saved?.id
  })
}

/** Takes one of the viewer's own views away. @throws AppError `not_found` alike for an unknown and a foreign one */
export function removeView(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const gone = await tx.delete(savedViews).where(eq(savedViews.id, id)).returning({ id: savedViews.id })
    if (gone.length === 0) throw notFound()
  })
}

/** The columns of the viewer's lists. */
export function chooseColumns(viewer: EngineerViewer, columns: string[]): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await tx
      .insert(deskPreferences)
      .values({ engineerId: viewer.engineer, columns })
      .onConflictDoUpdate({ target: deskPreferences.engineerId, set: { columns } })
  })
}
