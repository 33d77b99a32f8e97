import { z } from 'zod'

const TEXT = z.string().trim().max(200).optional().catch(undefined)

/** What a list page asks for; anything unknown in an address falls back to its default instead of failing. */
export const ticketViewShape = z.object({
  scope: z.enum(['mine', 'company']).catch('mine'),
  status: z.enum(['open', 'closed', 'all']).catch('open'),
  queue: z.string().max(100).optional().catch(undefined),
  q: TEXT,
  sort: z.enum(['activity', 'number']).catch('activity'),
  before: TEXT,
  after: TEXT,
})

export type TicketView = z.output<typeof ticketViewShape>

export type TicketRow = {
  id: number
  number: number
  subject: string
  status: string
  statusKind: 'open' | 'waiting' | 'closed'
  queue: string
  owner: string | null
  engineer: string | null
  createdAt: Date
  activityAt: Date
  unread: boolean
  cursor: string
}

/** One page of a list, newest first, with the addresses' places before and after it. */
export type TicketPage<Row = TicketRow> = { rows: Row[]; newer: string | undefined; older: string | undefined }

/** A count that stops at its bound: `more` says that there are more than `count`. */
export type BoundedCount = { count: number; more: boolean }

/** Cuts a page out of `size + 1` rows that were read in one direction. */
export function pageOf<Row extends { cursor: string }>(
  found: Row[],
  size: number,
  view: { before?: unknown; after?: unknown },
): TicketPage<Row> {
  const rows = found.slice(0, size)
  const further = found.length > size
  if (view.after) rows.reverse()
  const first = rows.at(0)?.cursor
  const last = rows.at(-1)?.cursor
  return view.after
    ? { rows, newer: further ? first : undefined, older: last }
    : { rows, newer: view.before ? first : undefined, older: further ? last : undefined }
}
