import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { participants, shares, tickets } from '#lib/db/schema/index.ts'
import type { TicketView } from '../view.ts'
import { beyond, cursorMoment, parseCursor } from './cursor.ts'

export type Narrowing = { viewer: PortalViewer; view: TicketView; queueId: number | undefined; limit: number }

/**
 * The ids of one page of "mine" or "my company's", found by indexed columns alone so that a list is as fast among a
 * million tickets as among ten. This is for speed; what may be seen the policies decide.
 */
export function narrowedIds(narrowing: Narrowing): SQL {
  const { viewer, view } = narrowing
  if (view.q) return searchedIds(narrowing, view.q)
  if (view.scope === 'company') return branch(narrowing, eq(tickets.companyId, viewer.own_company ?? -1))
  return mineIds(narrowing)
}

export function readsUpwards(view: TicketView): boolean {
  return !view.q && parseCursor(view.after) !== undefined && parseCursor(view.before) === undefined
}

/** As main customer, as participant and by a share; each in the list's order, so that a page of each suffices. */
function mineIds(narrowing: Narrowing): SQL {
  const { viewer, view, limit } = narrowing
  const key = view.sort === 'number' ? sql`number` : sql`customer_updated_at`
  const direction = readsUpwards(view) ? sql`asc` : sql`desc`
  const own = branch(narrowing, eq(tickets.mainContactId, viewer.contact), 'row')
  const invited = [participants, shares].map((via) =>
    branch(
      narrowing,
      sql`${tickets.id} in (select ${via.ticketId} from ${via} where ${via.contactId} = ${viewer.contact} ${invitedWithin(narrowing, via)})`,
      'row',
    ),
  )
  return sql`select id from (${sql.join(
    [own, ...invited].map((part) => sql`(${part})`),
    sql` union `,
  )}) as mine
    order by ${key} ${direction}, id ${direction} limit ${limit}`
}

/** By activity the invitations themselves stand in the ticket's order; by number they are few enough to sort. */
function invitedWithin({ view, limit }: Narrowing, via: typeof participants | typeof shares): SQL {
  if (view.sort === 'number' || view.status !== 'all' || view.queue) return sql``
  const before = parseCursor(view.before)
  if (!before)
    return readsUpwards(view) ? sql`` : sql`order by ${via.ticketUpdatedAt} desc, ${via.ticketId} desc limit ${limit}`
  return sql`and (${via.ticketUpdatedAt}, ${via.ticketId}) < (${cursorMoment(before)}, ${before.id})
    order by ${via.ticketUpdatedAt} desc, ${via.ticketId} desc limit ${limit}`
}

function branch({ view, queueId, limit }: Narrowing, scope: SQL, shape: 'id' | 'row' = 'id'): SQL {
  const key = view.sort === 'number' ? tickets.number : tickets.customerUpdatedAt
  const upwards = readsUpwards(view)
  const cursor = parseCursor(upwards ? view.after : view.before)
  const direction = upwards ? sql`asc` : sql`desc`
  const columns =
    shape === 'row' ? sql`${tickets.id}, ${tickets.number}, ${tickets.customerUpdatedAt}` : sql`${tickets.id}`
  const conditions = and(
    scope,
    view.status === 'all' ? undefined : eq(tickets.isOpen, view.status === 'open'),
    queueId === undefined ? undefined : eq(tickets.queueId, queueId),
    cursor && beyond(cursor, view.sort, upwards ? 'newer' : 'older', key, tickets.id),
  )
  return sql`select ${columns} from ${tickets} where ${conditions}
    order by ${key} ${direction}, ${tickets.id} ${direction} limit ${limit}`
}

function searchedIds({ view, queueId, limit }: Narrowing, words: string): SQL {
  const before = parseCursor(view.before)
  const open = view.status === 'all' ? null : view.status === 'open'
  return sql`select ticket_id from search_tickets(${words}, ${view.scope}, ${queueId ?? null}, ${open},
    ${before ? cursorMoment(before) : null}::timestamptz, ${before?.id ?? null}::bigint, ${limit})`
}
