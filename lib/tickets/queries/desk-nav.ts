import 'server-only'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { deskQueues } from '#lib/queues/queries.ts'
import type { BoundedCount } from '../view.ts'

/** Counts stop here and say "more than". */
const COUNT_BOUND = 500

export type DeskQueue = { id: number; key: string; label: string; faq: boolean; open: BoundedCount }

/** What stands beside every page of the desk: the queues that the engineer may read, and how much is open where. */
export type DeskNav = { queues: DeskQueue[]; mine: BoundedCount; unassigned: BoundedCount }

/** Queues and counts in one statement, each count by an index and no further than its bound. */
export async function deskNav(tx: Transaction, viewer: EngineerViewer, locale: string): Promise<DeskNav> {
  const rows = await tx
    .select({
      id: queues.id,
      key: queues.key,
      label: labelIn(queues.labels, locale),
      kind: queues.kind,
      open: openCount(eq(tickets.queueId, queues.id)),
      mine: openCount(and(regular, eq(tickets.engineerId, viewer.engineer))),
      unassigned: openCount(and(regular, isNull(tickets.engineerId))),
    })
    .from(queues)
    .where(deskQueues)
    .orderBy(queues.position, queues.id)
    .limit(200)
  return {
    queues: rows.map(({ id, key, label, kind, open }) => ({
      id,
      key,
      label,
      faq: kind === 'faq',
      open: bounded(open),
    })),
    mine: bounded(rows[0]?.mine),
    unassigned: bounded(rows[0]?.unassigned),
  }
}

/** Articles of an FAQ queue are nobody's work; they are listed with their queue and searched, not counted in the views. */
export const regular = sql`not ${tickets.isFaq}`

/** Written without a parameter, so that the partial indexes of open tickets serve a prepared plan too. */
export const open = sql`${tickets.isOpen}`

function openCount(condition: SQL | undefined): SQL<number> {
  return sql`(select count(*)::int from (select from ${tickets} where ${and(open, condition)} limit ${COUNT_BOUND + 1}) counted)`
}

function bounded(count = 0): BoundedCount {
  return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
}
