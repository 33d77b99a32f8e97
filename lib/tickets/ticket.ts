import type { FieldOption, FieldType } from './field-types.ts'

/** What a change entry tells; `before` and `after` are what a reader saw, not ids. */
export type Change = {
  what: 'status' | 'engineer' | 'queue' | 'field' | 'participant' | 'share' | 'subject' | 'customer' | 'merge'
  before?: unknown
  after?: unknown
}

/** What a ticket page shows, for customers and engineers alike; each sees the rows that it may see. */
export type TicketField = { key: string; type: FieldType; label: string; value: unknown; options: FieldOption[] | null }

/** A step to another status; `form`: it asks for some of the queue's fields, on a page of its own. */
export type TicketAction = { key: string; label: string; asksComment: boolean; form: boolean }

/** Another ticket that this one is joined with. */
export type MergedTicket = { id: number; number: number; subject: string }

export type EntryRow = {
  id: number
  /** Of this ticket, or of one that was merged into it. */
  ticketId: number
  kind: 'comment' | 'mail_in' | 'mail_out' | 'activity' | 'change'
  authorKind: 'contact' | 'engineer' | 'system'
  authorName: string
  authorContactId: number | null
  body: string
  /** Of a mail, what it quotes and signs with; null where that is nothing. */
  quoted: string | null
  change: Change | null
  textClass: string
  textClassIcon: string
  textClassColour: string
  customerVisible: boolean
  field: string | null
  createdAt: Date
}

/** Oldest first; `olderBefore` is the id to ask for what came before, if anything did. */
export type History = { entries: EntryRow[]; olderBefore: number | undefined }

export type AttachmentRow = {
  id: string
  entryId: number | null
  name: string
  contentType: string
  bytes: number
  createdAt: Date
}
