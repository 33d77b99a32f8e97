import 'server-only'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { currentNews, type NewsItem } from '#lib/news/queries.ts'
import { creatableQueues, type QueueTile } from '#lib/queues/queries.ts'
import type { BoundedCount, TicketRow } from '../view.ts'
import { latestTickets } from './list.ts'

/** So many tickets are shown. */
export const LATEST = 10

export type Welcome = { queues: QueueTile[]; latest: TicketRow[]; open: BoundedCount; news: NewsItem[] }

/** Everything on the welcome page, in one transaction. */
export function welcome(viewer: PortalViewer, locale: string): Promise<Welcome> {
  return asViewer(viewer, async (tx) => ({
    queues: await creatableQueues(tx, locale),
    ...(await latestTickets(tx, viewer, locale, LATEST)),
    news: await currentNews(tx, locale),
  }))
}
