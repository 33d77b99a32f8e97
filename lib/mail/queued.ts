import type { MailKey } from './kinds.ts'

/** A row of the outbox as the worker takes it up. */
export type QueuedMail = {
  id: number
  template: MailKey
  contactId: number | null
  engineerId: number | null
  ticketId: number | null
  entryId: number | null
  payload: Readonly<Record<string, unknown>>
  messageId: string
  attempts: number
  createdAt: Date
}
