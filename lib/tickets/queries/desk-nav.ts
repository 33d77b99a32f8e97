import 'server-only'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { mentions, queues, savedViews, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { deskQueues } from '#lib/queues/queries.ts'
import type { BoundedCount } from '../view.ts'
import { open, regular } from './desk-filters.ts'

/** Counts stop here and say "more than". */
const COUNT_BOUND = 500

export type DeskQueue = { id: number; key: string; label: string; faq: boolean; open: BoundedCount }
export type SavedView = { id: number; name: string; query: Record<string, string> }

/** What stands beside every page of the desk: the queues that the engineer may read, and how much is open where. */
export type DeskNav = {
  queues: DeskQueue[]
  mine: BoundedCount
  unassigned: BoundedCount
  waiting: BoundedCount
  overdue: BoundedCount
  /** Where colleagues called the engineer to, and it has not looked yet. */
  mentioned: BoundedCount
  saved: SavedView[]
}

/** The same for a page that asks nothing else about tickets. */
export const deskNavBeside = (viewer: EngineerViewer, locale: string): Promise<DeskNav> =>
  asViewer(viewer, (tx) => deskNav(tx, viewer, locale))

/** Queues, counts and saved views in one statement, each count by an index and no further than its bound. */
export async function deskNav(tx: Transaction, viewer: EngineerViewer, locale: string): Promise<DeskNav> {
  const inQueue = eq(tickets.queueId, queues.id)
  const ofRegular = (condition: SQL) =>
    sql<number>`case when ${queues.kind} = 'regular' then ${openCount(and(inQueue, condition))} else 0 end`
  const rows = await tx
    .select({
      id: queues.id,
      key: queues.key,
      label: labelIn(queues.labels, locale),
      kind: queues.kind,
      open: openCount(inQueue),
      waiting: ofRegular(sql`${tickets.customerSpokeLast}`),
      overdue: ofRegular(sql`${tickets.answerDueAt} is not null and ${tickets.answerDueAt} < now()`),
      mine: openCount(and(regular, eq(tickets.engineerId, viewer.engineer))),
      unassigned: openCount(and(regular, isNull(tickets.engineerId))),
      mentioned: unseenMentions(viewer.engineer),
      saved: savedViewsOf(viewer.engineer),
    })
    .from(queues)
    .where(deskQueues)
    .orderBy(queues.position, queues.id)
    .limit(200)
  const [first] = rows
  const sum = (of: 'waiting' | 'overdue') => bounded(rows.reduce((total, row) => total + row[of], 0))
  return {
    queues: rows.map(({ id, key, label, kind, open }) => ({
      id,
      key,
      label,
      faq: kind === 'faq',
      open: bounded(open),
    })),
    mine: bounded(first?.mine),
    unassigned: bounded(first?.unassigned),
    waiting: sum('waiting'),
    overdue: sum('overdue'),
    mentioned: bounded(first?.mentioned),
    saved: first?.saved ?? [],
  }
}

function openCount(condition: SQL | undefined): SQL<number> {
  return sql`(select count(*)::int from (select from ${tickets} where ${and(open, condition)} limit ${COUNT_BOUND + 1}) counted)`
}

function unseenMentions(engineer: number): SQL<number> {
  return sql`(select count(*)::int from (select from ${mentions} where ${mentions.engineerId} = ${engineer}
    and ${mentions.seenAt} is null and ticket_visible(${mentions.ticketId}) limit ${COUNT_BOUND + 1}) counted)`
}

function savedViewsOf(engineer: number): SQL<SavedView[]> {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'query', v.query) order by v.position, v.name)
    from ${savedViews} v where v.engineer_id = ${engineer}), '[]')`
}

function bounded(count = 0): BoundedCount {
  return { count: Math.min(count, COUNT_BOUND), more: count > COUNT_BOUND }
}
