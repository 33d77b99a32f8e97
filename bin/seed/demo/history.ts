import type { Labels } from '#lib/db/schema/columns.ts'
import type { FileSketch } from './files/sketch.ts'
import type { Person } from './people/person.ts'
import type { QueueKey } from './queues/index.ts'
import type { TextClassKey } from './text-classes.ts'
import type { Values } from './values.ts'

export type Author =
  | { kind: 'contact'; login: string; name: string }
  | { kind: 'engineer'; login: string; name: string }
  | { kind: 'system'; name: string }

/** One entry to be written. `field` names the ticket field that a change entry is about. */
export type PlannedEntry = {
  kind: 'comment' | 'mail_in' | 'mail_out' | 'activity' | 'change'
  as: TextClassKey
  author: Author
  body: string
  at: Date
  files: FileSketch[]
  change?: { what: 'status' | 'engineer' | 'field'; before?: Labels | string; after?: Labels | string }
  field?: string
}

export type PlannedTicket = {
  queue: QueueKey
  status: string
  /** Login of the main customer; FAQ tickets have none. */
  contact?: Person
  engineer?: string
  subject: string
  values: Values
  entries: PlannedEntry[]
  createdAt: Date
  closedAt?: Date
  answerDueAt?: Date
  participants: string[]
}

export const isVisible = (entry: PlannedEntry) => entry.as !== 'internal_note' && entry.as !== 'phone_note'
