import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { activities, queues, statuses, ticketFields } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { type Part, type Place, tell } from './set-up.ts'

const tables = { status: statuses, field: ticketFields, activity: activities } as const
/** More than these nobody can choose from. */
const MOST = { status: 50, field: 100, activity: 50 } as const

export type Direction = 'up' | 'down'

/** The place after the last one. @throws AppError `conflict` where there are too many */
export async function endOf(tx: Transaction, part: keyof typeof tables, queueId: number): Promise<number> {
  const table = tables[part]
  const [all] = await tx
    .select({ count: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${table.position}), -1)` })
    .from(table)
    .where(eq(table.queueId, queueId))
  if ((all?.count ?? 0) >= MOST[part]) throw new AppError('conflict', { detail: { reason: 'tooMany' } })
  return (all?.last ?? -1) + 1
}

/** Changes places with the neighbour; at the end of the list nothing happens. @throws AppError `not_found` */
export function movePart(viewer: EngineerViewer, part: keyof typeof tables, place: Place, direction: Direction) {
  const table = tables[part]
  return moving(viewer, part, place.id, direction, table, (tx) =>
    tx
      .select({ id: table.id, key: table.key })
      .from(table)
      .where(eq(table.queueId, place.queue))
      .orderBy(table.position, table.id)
      .for('update'),
  )
}

/** The same among the queues. */
export function moveQueue(viewer: EngineerViewer, id: number, direction: Direction): Promise<void> {
  return moving(viewer, 'queue', id, direction, queues, (tx) =>
    tx.select({ id: queues.id, key: queues.key }).from(queues).orderBy(queues.position, queues.id).for('update'),
  )
}

function moving(
  viewer: EngineerViewer,
  part: Part,
  id: number,
  direction: Direction,
  table: (typeof tables)[keyof typeof tables] | typeof queues,
  inOrder: (tx: Transaction) => Promise<{ id: number; key: string }[]>,
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const before = await inOrder(tx)
    const at = before.findIndex((one) => one.id === id)
    const moved = before[at]
    if (!moved) throw notFound()
    const to = direction === 'up' ? at - 1 : at + 1
    if (to < 0 || to >= before.length) return
    const after = before.toSpliced(at, 1).toSpliced(to, 0, moved)
    for (const [position, { id }] of after.entries()) await tx.update(table).set({ position }).where(eq(table.id, id))
    const keys = (list: { key: string }[]) => ({ order: list.map(({ key }) => key) })
    await tell(tx, viewer, { part, id, change: 'moved', before: keys(before), after: keys(after) })
  })
}
