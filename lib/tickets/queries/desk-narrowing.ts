import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { mentions, queues, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { deskQueues } from '#lib/queues/queries.ts'
import { cursorMoment, cursorText, parseCursor } from './cursor.ts'
import { filterConditions, open, regular, withinDays } from './desk-filters.ts'
import { beyondCursor, directionOf, orderOf, readsUpwards } from './desk-order.ts'
import type { DeskView } from './desk-view.ts'

export type DeskNarrowing = { viewer: EngineerViewer; view: DeskView; queueId: number | undefined; limit: number }

/** So many tickets are looked at for a page where what is filtered by has no index; then the engineer is asked to go on. */
const WALK = 1_000
const SEARCHED = 100

/** `end` is the place of the last ticket looked at, where there may be more beyond it than the page shows. */
export type Narrowed = { ids: number[]; end: string | undefined }

/** The ids of one page of the desk's list, by indexed columns, in the direction of reading. What may be seen the policies decide. */
export async function deskIds(tx: Transaction, narrowing: DeskNarrowing): Promise<Narrowed> {
  const { view, limit } = narrowing
  const { walk, rest, bound } = walkFor(narrowing)
  const [direction, order] = [directionOf(view), orderOf(view)]
  const [found] = await tx.execute<{ ids: string[]; walked: number; end: string | null }>(sql`
    with walked as materialized (${walk}),
    fit as (
      select walked.id from walked join ${tickets} on ${tickets.id} = walked.id ${rest ? sql`where ${rest}` : sql``}
      order by walked.key ${direction}, walked.id ${direction} limit ${limit})
    select array(select id::text from fit) as ids, (select count(*)::int from walked) as walked,
      (select ${cursorText(order.sort === 'number' ? 'number' : 'activity', sql`walked.key`, sql`walked.id`)} from walked
        order by walked.key ${opposite(view)}, walked.id ${opposite(view)} limit 1) as "end"`)
  const ids = (found?.ids ?? []).map(Number)
  const cut = found?.walked === bound && ids.length < limit
  return { ids, end: cut ? (found?.end ?? undefined) : undefined }
}

type Walk = { walk: SQL; rest: SQL | undefined; bound: number }

/** What is walked in order, and what of it is left out afterwards because no index knows it. */
function walkFor(narrowing: DeskNarrowing): Walk {
  const { view } = narrowing
  if (view.q) return searched(narrowing, view.q)
  if (view.view === 'mentioned') return mentioned(narrowing)
  if (view.view !== 'overdue') {
    if (view.contact !== undefined) return along(narrowing, eq(tickets.mainContactId, view.contact), ['contact'])
    if (view.company !== undefined) return along(narrowing, eq(tickets.companyId, view.company), ['company'])
    if (view.status !== undefined) return along(narrowing, eq(tickets.statusId, view.status), ['status'])
    if (view.view === 'mine' || view.view === 'unassigned' || (view.engineer !== undefined && view.view !== 'all'))
      return ofEngineer(narrowing)
  }
  return ofQueues(narrowing)
}

function searched(narrowing: DeskNarrowing, words: string): Walk {
  const { view, queueId, limit } = narrowing
  const before = parseCursor(view.before)
  const rest = and(...filterConditions(narrowing, ['view', 'queue']), withinDays(view))
  const bound = rest ? SEARCHED : limit
  return {
    walk: sql`select ${tickets.id} as id, ${tickets.updatedAt} as key from search_tickets(${words}, 'queues', ${queueId ?? null}, null,
      ${before ? cursorMoment(before) : null}::timestamptz, ${before?.id ?? null}::bigint, ${bound}) found
      join ${tickets} on ${tickets.id} = found.ticket_id`,
    rest,
    bound,
  }
}

/** Where colleagues called the engineer to; a ticket that it can no longer see is left out with the rest. */
function mentioned(narrowing: DeskNarrowing): Walk {
  const { viewer, view } = narrowing
  const direction = directionOf(view)
  return {
    walk: sql`select ${mentions.ticketId} as id, ${mentions.mentionedAt} as key from ${mentions}
      where ${and(eq(mentions.engineerId, viewer.engineer), beyondCursor(view))}
      order by ${mentions.mentionedAt} ${direction}, ${mentions.ticketId} ${direction} limit ${WALK}`,
    rest: and(...filterConditions(narrowing, ['view']), withinDays(view)),
    bound: WALK,
  }
}

/** Along an index of one customer, company or status. */
function along(narrowing: DeskNarrowing, whose: SQL, known: string[]): Walk {
  const { view } = narrowing
  const direction = directionOf(view)
  const rest = and(...filterConditions(narrowing, known))
  const bound = rest ? WALK : narrowing.limit
  return {
    walk: sql`select ${tickets.id} as id, ${tickets.updatedAt} as key from ${tickets}
      where ${and(whose, regularUnlessChosen(narrowing), withinDays(view), beyondCursor(view))}
      order by ${tickets.updatedAt} ${direction}, ${tickets.id} ${direction} limit ${bound}`,
    rest,
    bound,
  }
}

/** The tickets of one engineer, or those without: all lie side by side in one index. */
function ofEngineer(narrowing: DeskNarrowing): Walk {
  const { viewer, view } = narrowing
  const named = view.view === 'mine' ? viewer.engineer : view.view === 'unassigned' ? 'none' : view.engineer
  const whose = named === 'none' ? sql`${tickets.engineerId} is null` : eq(tickets.engineerId, Number(named))
  const known = named === view.engineer ? ['engineer'] : []
  const rest = and(...filterConditions(narrowing, [...known, ...(view.view === 'waiting' ? [] : ['view'])]))
  const bound = rest ? WALK : narrowing.limit
  // The engineer is the same in every row. Naming it tells PostgreSQL, which does not know that of nulls, that the index
  // has the order.
  const direction = directionOf(view)
  return {
    walk: sql`select ${tickets.id} as id, ${tickets.updatedAt} as key from ${tickets}
      where ${and(whose, view.view === 'closed' ? sql`not ${open}` : open, regularUnlessChosen(narrowing), withinDays(view), beyondCursor(view))}
      order by ${tickets.engineerId} ${direction}, ${tickets.updatedAt} ${direction}, ${tickets.id} ${direction} limit ${bound}`,
    rest,
    bound,
  }
}

/** A page of each queue, by its index, and the page of their merge. */
function ofQueues(narrowing: DeskNarrowing): Walk {
  const { view, queueId } = narrowing
  const { key, sort } = orderOf(view)
  const byActivity = sort === 'activity' || sort === 'oldest'
  const rest = and(...filterConditions(narrowing, ['view', 'queue']), byActivity ? undefined : withinDays(view))
  const bound = rest ? WALK : narrowing.limit
  const direction = directionOf(view)
  const chosen = queueId === undefined ? eq(queues.kind, 'regular') : eq(queues.id, queueId)
  const within = and(
    eq(tickets.queueId, queues.id),
    stateOf(view),
    byActivity ? withinDays(view) : undefined,
    beyondCursor(view),
  )
  return {
    walk: sql`select page.id, page.key from ${queues} cross join lateral (
        select ${tickets.id} as id, ${key} as key from ${tickets} where ${within}
        order by ${key} ${direction}, ${tickets.id} ${direction} limit ${bound}
      ) page where ${and(deskQueues, chosen)} order by page.key ${direction}, page.id ${direction} limit ${bound}`,
    rest,
    bound,
  }
}

function stateOf(view: DeskView): SQL | undefined {
  const due = sql`${tickets.answerDueAt} is not null`
  if (view.view === 'overdue') return sql`${open} and ${due} and ${tickets.answerDueAt} < now()`
  if (view.view === 'waiting') return sql`${open} and ${tickets.customerSpokeLast}`
  if (view.view === 'closed') return sql`not ${open}`
  if (view.view === 'all') return undefined
  return orderOf(view).sort === 'due' ? sql`${open} and ${due}` : open
}

function opposite(view: DeskView): SQL {
  return orderOf(view).ascending === readsUpwards(view) ? sql`asc` : sql`desc`
}

function regularUnlessChosen({ queueId }: DeskNarrowing): SQL | undefined {
  return queueId === undefined ? regular : undefined
}
