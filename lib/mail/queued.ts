import type { MailKey } from './kinds.ts'

/** One thing that a mail tells. */
export type QueuedNews = {
  template: MailKey
  ticketId: number | null
  entryId: number | null
  payload: Readonly<Record<string, unknown>>
  createdAt: Date
}

/** A row of the outbox as the worker takes it up. */
export type QueuedMail = QueuedNews & {
  id: number
  contactId: number | null
  engineerId: number | null
  messageId: string
  attempts: number
}
