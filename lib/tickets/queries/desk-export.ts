import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { queues } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { deskQueues } from '#lib/queues/queries.ts'
import { deskIds } from './desk-narrowing.ts'
import { deskRows } from './desk-rows.ts'
import type { DeskRow, DeskView } from './desk-view.ts'

/** More than this no file of a list has; whoever needs all of it narrows it. */
export const MOST_EXPORTED = 50_000
/** Looking on ends here, too, where hardly a ticket fits the filters. */
const MOST_PIECES = 500
const PIECE = 500

/** Notes that a list is taken out, with what it was narrowed to. */
export function beginTicketExport(viewer: EngineerViewer, view: DeskView): Promise<void> {
  const { before: _before, after: _after, saved: _saved, ...asked } = view
  return asViewer(viewer, (tx) =>
    record({ actorKind: 'engineer', actorId: viewer.engineer, action: 'tickets.exported', after: asked }, tx),
  )
}

/** The whole list in its order, piece by piece, each with what the viewer may see at that moment. */
export async function* exportedTickets(
  viewer: EngineerViewer,
  asked: DeskView,
  locale: string,
  size = PIECE,
): AsyncGenerator<DeskRow> {
  let before: string | undefined
  let count = 0
  for (let pieces = 0; pieces < MOST_PIECES; pieces += 1) {
    const { rows, next } = await piece(viewer, { ...asked, before, after: undefined }, locale, size)
    const left = rows.slice(0, MOST_EXPORTED - count)
    yield* left
    count += left.length
    if (next === undefined || count === MOST_EXPORTED) return
    before = next
  }
}

function piece(viewer: EngineerViewer, asked: DeskView, locale: string, size: number) {
  return asViewer(viewer, async (tx) => {
    const [queue] = asked.queue
      ? await tx
          .select({ id: queues.id })
          .from(queues)
          .where(and(eq(queues.key, asked.queue), deskQueues))
      : []
    const view = { ...asked, queue: queue && asked.queue }
    const { ids, end } = await deskIds(tx, { viewer, view, queueId: queue?.id, limit: size })
    const rows = await deskRows(tx, { viewer, view, locale }, ids)
    return { rows, next: end ?? (ids.length === size ? rows.at(-1)?.cursor : undefined) }
  })
}
