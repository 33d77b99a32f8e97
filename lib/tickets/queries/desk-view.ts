import 'server-only'
import { z } from 'zod'
import type { TicketRow } from '../view.ts'

const text = z.string().trim().max(200).optional().catch(undefined)

/**
 * What an engineer's list asks for. A search goes over open and closed tickets of the chosen queue, or of all, and leaves
 * `view` aside. Anything unknown in an address falls back to its default.
 */
export const deskViewShape = z.object({
  view: z.enum(['mine', 'unassigned', 'open', 'closed']).catch('open'),
  queue: z.string().max(100).optional().catch(undefined),
  q: text.transform((words) => words || undefined),
  before: text,
  after: text,
})

export type DeskView = z.output<typeof deskViewShape>

/** `owner` is the main customer; `activityAt` counts internal entries too. */
export type DeskRow = TicketRow & { company: string | null }
