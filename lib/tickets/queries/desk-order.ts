import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { mentions, tickets } from '#lib/db/schema/index.ts'
import type { DeskSort } from '../desk-columns.ts'
import { beyond, cursorText, parseCursor } from './cursor.ts'
import type { DeskView } from './desk-view.ts'

/** The order of a list: its key, and whether the smallest comes first. Every list has an index in its order. */
export type Order = { sort: DeskSort | 'mention'; key: AnyPgColumn; id: AnyPgColumn; ascending: boolean }

const orders = {
  activity: { sort: 'activity', key: tickets.updatedAt, id: tickets.id, ascending: false },
  oldest: { sort: 'oldest', key: tickets.updatedAt, id: tickets.id, ascending: true },
  number: { sort: 'number', key: tickets.number, id: tickets.id, ascending: false },
  due: { sort: 'due', key: tickets.answerDueAt, id: tickets.id, ascending: true },
  mention: { sort: 'mention', key: mentions.mentionedAt, id: mentions.ticketId, ascending: false },
} as const satisfies Record<string, Order>

/** The order that the view has or, where its index allows a choice, the one that was asked for. */
export function orderOf(view: DeskView): Order {
  if (view.q) return orders.activity
  if (view.view === 'overdue') return orders.due
  if (view.view === 'mentioned') return orders.mention
  return sortsOf(view).includes(view.sort ?? 'activity') ? orders[view.sort ?? 'activity'] : orders.activity
}

/** The orders that a list can be had in, the first by itself. */
export function sortsOf(view: DeskView): readonly DeskSort[] {
  if (view.q) return ['activity']
  if (view.view === 'overdue') return ['due']
  if (view.view === 'mentioned') return []
  const byQueue = view.contact === undefined && view.company === undefined && view.status === undefined
  const whole = view.view === 'open' || view.view === 'closed' || view.view === 'all'
  if (!byQueue || !whole || view.engineer !== undefined) return ['activity', 'oldest']
  return view.view === 'open' ? ['activity', 'oldest', 'number', 'due'] : ['activity', 'oldest', 'number']
}

/** A page before the place where one was: read towards it, and turned round afterwards. */
export function readsUpwards(view: DeskView): boolean {
  return !view.q && parseCursor(view.after) !== undefined && parseCursor(view.before) === undefined
}

/** In the direction of reading. */
export function directionOf(view: DeskView): SQL {
  return orderOf(view).ascending === readsUpwards(view) ? sql`desc` : sql`asc`
}

export function beyondCursor(view: DeskView): SQL | undefined {
  const upwards = readsUpwards(view)
  const { key, id, sort, ascending } = orderOf(view)
  const cursor = parseCursor(upwards ? view.after : view.before)
  return cursor && beyond(cursor, keySort(sort), upwards === ascending ? 'older' : 'newer', key, id)
}

export function cursorOf(view: DeskView): SQL<string> {
  const { key, sort } = orderOf(view)
  return cursorText(keySort(sort), key, tickets.id)
}

function keySort(sort: Order['sort']): 'number' | 'activity' {
  return sort === 'number' ? 'number' : 'activity'
}
