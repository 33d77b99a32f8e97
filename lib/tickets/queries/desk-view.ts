import 'server-only'
import { z } from 'zod'
import { type DESK_COLUMNS, DESK_SORTS, DESK_VIEWS } from '../desk-columns.ts'
import type { TicketRow } from '../view.ts'

const text = z.string().trim().max(200).optional().catch(undefined)
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/**
 * What an engineer's list asks for. A search goes over open and closed tickets of the chosen queue, or of all, and leaves
 * `view` aside; the filters hold in each. Anything unknown in an address falls back to its default.
 */
export const deskViewShape = z.object({
  view: z.enum(DESK_VIEWS).catch('open'),
  queue: z.string().max(100).optional().catch(undefined),
  q: text.transform((words) => words || undefined),
  status: id,
  /** An engineer's id, or `none`. */
  engineer: z
    .union([z.literal('none'), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  contact: id,
  company: id,
  /** Words for a contact or a company, of which one is chosen then. */
  customer: text.transform((words) => words || undefined),
  /** `key:value` of a field of the chosen queue. */
  field: text.transform((pair) => (pair?.includes(':') ? pair : undefined)),
  /** Days of the last activity, both included. */
  from: day,
  until: day,
  sort: z.enum(DESK_SORTS).optional().catch(undefined),
  /** The saved view that this is. */
  saved: id,
  before: text,
  after: text,
})

export type DeskView = z.output<typeof deskViewShape>

/** What a saved view keeps. */
export const savedQueryShape = deskViewShape.pick({
  view: true,
  queue: true,
  q: true,
  status: true,
  engineer: true,
  contact: true,
  company: true,
  field: true,
  from: true,
  until: true,
  sort: true,
})

export type DeskColumn = (typeof DESK_COLUMNS)[number]

/** `owner` is the main customer; `activityAt` counts internal entries too. */
export type DeskRow = TicketRow & {
  company: string | null
  dueAt: Date | null
  isOpen: boolean
  /** Whether the customer waits for an answer. */
  waiting: boolean
  mentionedAt: Date | null
}
