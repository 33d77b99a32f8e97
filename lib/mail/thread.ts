import { replyAddress } from '../mail-in/reply-address.ts'
import { replyToken } from '../mail-in/reply-token.ts'
import type { QueuedMail } from './queued.ts'

export type Thread = { replyTo: string | undefined; references: string | undefined }

/**
 * How a customer's mail about a ticket can be answered: at an address of its own, where replies have a mailbox. All mails about one
 * ticket name the same reference, so that mail programs keep them together.
 */
export function threadOf(
  { ticketId, contactId }: Pick<QueuedMail, 'ticketId' | 'contactId'>,
  { mailbox, domain }: { mailbox: string; domain: string },
): Thread {
  if (ticketId === null) return { replyTo: undefined, references: undefined }
  const token = contactId === null ? undefined : replyToken({ contact: contactId, ticket: ticketId })
  return { replyTo: token && replyAddress(mailbox, token), references: `<ticket-${ticketId}@${domain}>` }
}
