import 'server-only'
import { eq } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'

export type Part = 'queue' | 'status' | 'field' | 'activity'
/** A status, field or activity of a queue. */
export type Place = { queue: number; id: number }

/** One administrator at a time works on a queue; the others wait. @throws AppError `not_found`, `forbidden` */
export function inQueue<T>(viewer: EngineerViewer, queue: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const [found] = await tx.select({ id: queues.id }).from(queues).where(eq(queues.id, queue)).for('update')
    if (!found) throw notFound()
    return work(tx)
  })
}

type Telling = { part: Part; id: number; before?: object | undefined; after?: object | undefined; change: string }

export function tell(tx: Transaction, viewer: EngineerViewer, { part, id, change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `${part}.${change}`,
      subjectKind: part,
      subjectId: String(id),
      before,
      after,
    },
    tx,
  )
}

/**
 * Changes one record of a queue and tells the audit log what it was and is.
 * @throws AppError `not_found`, `forbidden`, `conflict` where it is no longer what the form showed
 */
export function changing<Stored extends object>(
  viewer: EngineerViewer,
  { part, place, shown }: { part: Part; place: Place; shown: string | undefined },
  stored: (tx: Transaction) => Promise<Stored | undefined>,
  write: (tx: Transaction, before: Stored) => Promise<unknown>,
): Promise<void> {
  return inQueue(viewer, place.queue, async (tx) => {
    const before = await stored(tx)
    if (!before) throw notFound()
    requireVersion(before, shown)
    await write(tx, before)
    await tell(tx, viewer, { part, id: place.id, change: 'changed', before, after: await stored(tx) })
  })
}
