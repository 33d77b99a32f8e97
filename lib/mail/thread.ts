import { replyAddress } from '../mail-in/reply-address.ts'
import { replyToken } from '../mail-in/reply-token.ts'
import type { QueuedMail } from './queued.ts'

export type Thread = { replyTo: string | undefined; references: string | undefined }

/**
 * How a customer's mail about a ticket can be answered: at an address of its own, where replies have a mailbox. All mails about one
 * ticket name the same reference, so that mail programs keep them together.
 */
export function threadOf(mail: Answerable, { mailbox, domain }: { mailbox: string; domain: string }): Thread {
  const references = mail.ticketId === null ? undefined : `<ticket-${mail.ticketId}@${domain}>`
  return { replyTo: answerAddress(mail, mailbox), references }
}

type Answerable = Pick<QueuedMail, 'ticketId' | 'contactId'>

/** Where an answer to this mail becomes a comment; undefined where none does. */
export function answerAddress({ ticketId, contactId }: Answerable, mailbox: string): string | undefined {
  if (ticketId === null || contactId === null) return undefined
  return replyAddress(mailbox, replyToken({ contact: contactId, ticket: ticketId }))
}
