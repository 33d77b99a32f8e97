import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import { deskQueues } from '#lib/queues/queries.ts'
import { beyond, cursorMoment, parseCursor } from './cursor.ts'
import { open, regular } from './desk-nav.ts'
import type { DeskView } from './desk-view.ts'

export type DeskNarrowing = { viewer: EngineerViewer; view: DeskView; queueId: number | undefined; limit: number }

/** The ids of one page of the desk's list, by indexed columns alone. What may be seen the policies decide. */
export function deskIds(narrowing: DeskNarrowing): SQL {
  const { view } = narrowing
  if (view.q) return searchedIds(narrowing, view.q)
  return view.view === 'mine' || view.view === 'unassigned' ? idsOfEngineer(narrowing) : idsOfQueues(narrowing)
}

export function readsUpwards(view: DeskView): boolean {
  return !view.q && parseCursor(view.after) !== undefined && parseCursor(view.before) === undefined
}

/** The viewer's own open tickets, or those without an engineer: both lie side by side in one index. */
function idsOfEngineer({ viewer, view, queueId, limit }: DeskNarrowing): SQL {
  const whose = view.view === 'mine' ? eq(tickets.engineerId, viewer.engineer) : sql`${tickets.engineerId} is null`
  const where = and(whose, open, queueId === undefined ? regular : eq(tickets.queueId, queueId), beyondCursor(view))
  // The engineer is the same in every row. Naming it tells PostgreSQL, which does not know that of nulls, that the index
  // has the order.
  const direction = directionOf(view)
  return sql`select ${tickets.id} from ${tickets} where ${where}
    order by ${tickets.engineerId} ${direction}, ${tickets.updatedAt} ${direction}, ${tickets.id} ${direction} limit ${limit}`
}

/** A page of each queue, by its index, and the page of their merge. */
function idsOfQueues({ view, queueId, limit }: DeskNarrowing): SQL {
  const chosen = queueId === undefined ? eq(queues.kind, 'regular') : eq(queues.id, queueId)
  const state = view.view === 'open' ? open : sql`not ${open}`
  const direction = directionOf(view)
  return sql`select page.id from ${queues} cross join lateral (
      select ${tickets.id}, ${tickets.updatedAt} from ${tickets}
      where ${and(eq(tickets.queueId, queues.id), state, beyondCursor(view))}
      order by ${tickets.updatedAt} ${direction}, ${tickets.id} ${direction} limit ${limit}
    ) page where ${and(deskQueues, chosen)} order by page.updated_at ${direction}, page.id ${direction} limit ${limit}`
}

function searchedIds({ view, queueId, limit }: DeskNarrowing, words: string): SQL {
  const before = parseCursor(view.before)
  return sql`select ticket_id from search_tickets(${words}, 'queues', ${queueId ?? null}, null,
    ${before ? cursorMoment(before) : null}::timestamptz, ${before?.id ?? null}::bigint, ${limit})`
}

function beyondCursor(view: DeskView): SQL | undefined {
  const upwards = readsUpwards(view)
  const cursor = parseCursor(upwards ? view.after : view.before)
  return cursor && beyond(cursor, 'activity', upwards ? 'newer' : 'older', tickets.updatedAt, tickets.id)
}

function directionOf(view: DeskView): SQL {
  return readsUpwards(view) ? sql`asc` : sql`desc`
}
