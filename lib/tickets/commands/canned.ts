import 'server-only'
import { count, eq, isNull, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { cannedTexts, queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { CannedInput } from '../input.ts'

const TEXTS_MAX = 200

/**
 * Keeps a canned text, a new one without `id`: the viewer's own or, by administrators, everybody's.
 * @throws AppError `not_found` for one that is not the viewer's to keep, `forbidden` for a shared one without *administer*,
 * `conflict` with the reason `tooManyTexts` beyond 200 of one owner
 */
export function keepText(viewer: EngineerViewer, { id, queue, shared, ...text }: CannedInput): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if (shared && !viewer.administer) throw new AppError('forbidden')
    const queueId = queue === '' ? null : await readableQueue(tx, queue)
    const engineerId = shared ? null : viewer.engineer
    const kept = { ...text, locale: text.locale || null, queueId, engineerId, changedAt: sql`now()` }
    if (id === undefined) {
      await requireRoom(tx, engineerId)
      await tx.insert(cannedTexts).values(kept)
    } else {
      const changed = await tx
        .update(cannedTexts)
        .set(kept)
        .where(eq(cannedTexts.id, id))
        .returning({ id: cannedTexts.id })
      if (changed.length === 0) throw notFound()
    }
    if (shared) await note(tx, viewer, 'text.kept', text.title)
  })
}

/** Takes a text away; one that is not the viewer's to keep stays. @throws AppError `not_found` */
export function removeText(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [gone] = await tx
      .delete(cannedTexts)
      .where(eq(cannedTexts.id, id))
      .returning({ title: cannedTexts.title, engineerId: cannedTexts.engineerId })
    if (!gone) throw notFound()
    if (gone.engineerId === null) await note(tx, viewer, 'text.removed', gone.title)
  })
}

async function readableQueue(tx: Transaction, key: string): Promise<number> {
  const [queue] = await tx.select({ id: queues.id }).from(queues).where(eq(queues.key, key))
  if (!queue) throw new AppError('invalid', { fields: { queue: 'unknown' } })
  return queue.id
}

async function requireRoom(tx: Transaction, engineerId: number | null) {
  const whose = engineerId === null ? isNull(cannedTexts.engineerId) : eq(cannedTexts.engineerId, engineerId)
  const [held] = await tx.select({ texts: count() }).from(cannedTexts).where(whose)
  if ((held?.texts ?? 0) >= TEXTS_MAX) throw new AppError('conflict', { detail: { reason: 'tooManyTexts' } })
}

function note(tx: Transaction, viewer: EngineerViewer, action: string, title: string) {
  return record(
    { actorKind: 'engineer', actorId: viewer.engineer, action, subjectKind: 'canned text', subjectId: title },
    tx,
  )
}
