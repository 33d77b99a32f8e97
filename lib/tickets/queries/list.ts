import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { type BoundedCount, pageOf, type TicketPage, type TicketView } from '../view.ts'
import { narrowedIds, readsUpwards } from './narrowing.ts'
import { customerRows } from './rows.ts'

/** A count is never on the way of a page: it stops here and says "more than". */
const COUNT_BOUND = 500

export type TicketListPage = {
  page: TicketPage
  /** Of the whole list; undefined for a search, which looks no further than its page. */
  count: BoundedCount | undefined
  queues: { key: string; label: string }[]
  /** The view that was really shown: without the right to the company's tickets it is "mine". */
  view: TicketView
}

export function ticketList(
  viewer: PortalViewer,
  asked: TicketView,
  locale: string,
  size = 25,
): Promise<TicketListPage> {
  const view: TicketView = { ...asked, scope: viewer.own_company === null ? 'mine' : asked.scope }
  return asViewer(viewer, async (tx) => {
    const readable = await readableQueues(tx, locale)
    const queueId = readable.find((queue) => queue.key === view.queue)?.id
    const found = await customerRows(tx, viewer, locale, {
      ids: narrowedIds({ viewer, view, queueId, limit: size + 1 }),
      sort: view.q ? 'activity' : view.sort,
      ascending: readsUpwards(view),
    })
    return {
      page: pageOf(found, size, { before: view.before, after: readsUpwards(view) }),
      count: view.q
        ? undefined
        : await boundedCount(tx, viewer, { ...view, before: undefined, after: undefined }, queueId),
      queues: readable,
      view: { ...view, queue: queueId === undefined ? undefined : view.queue },
    }
  })
}

/** The newest tickets of one's own, whatever their status, and how many are open: for the welcome page. */
export async function latestTickets(tx: Transaction, viewer: PortalViewer, locale: string, size: number) {
  const view: TicketView = {
    scope: 'mine',
    status: 'all',
    sort: 'activity',
    queue: undefined,
    q: undefined,
    before: undefined,
    after: undefined,
  }
  const latest = await customerRows(tx, viewer, locale, {
    ids: narrowedIds({ viewer, view, queueId: undefined, limit: size }),
    sort: 'activity',
    ascending: false,
  })
  return { latest, open: await boundedCount(tx, viewer, { ...view, status: 'open' }, undefined) }
}

async function boundedCount(
  tx: Transaction,
  viewer: PortalViewer,
  view: TicketView,
  queueId: number | undefined,
): Promise<BoundedCount> {
  const ids = narrowedIds({ viewer, view, queueId, limit: COUNT_BOUND + 1 })
  const [row] = await tx.execute<{ count: string }>(sql`select count(*) as count from (${ids}) as counted`)
  const count = Number(row?.count ?? 0)
  return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
}

function readableQueues(tx: Transaction, locale: string) {
  return tx
    .select({ id: queues.id, key: queues.key, label: labelIn(queues.labels, locale) })
    .from(queues)
    .where(
      and(
        eq(queues.kind, 'regular'),
        eq(queues.active, true),
        sql`${queues.id} in (select unnest(viewer_ids('read_queues')))`,
      ),
    )
    .orderBy(queues.position)
}
