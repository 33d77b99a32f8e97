import { isAuthenticated } from './authenticated.ts'
import type { Mail } from './mail.ts'
import { tokensIn } from './reply-address.ts'
import { type ReplyToken, readReplyToken } from './reply-token.ts'

type Rules = {
  /** The mailbox that replies come to; empty where there is none. */
  mailbox: string
  /** For how long a mail may be answered. */
  days: number
  /** Whose `Authentication-Results` are believed; empty where senders are not asked for. */
  server: string
}

/** The contact and ticket of the reply address; with `reason`, why the mail is held all the same. */
export type Verdict =
  | Pick<ReplyToken, 'contact' | 'ticket'>
  | ({ reason: Held } & Partial<Pick<ReplyToken, 'contact' | 'ticket'>>)

/** Every reason for which a mail waits for an engineer; the words stand in the namespace `mailIn`. */
export const HELD = [
  'noToken',
  'wrongToken',
  'expired',
  'sender',
  'unproven',
  'foreignSender',
  'noAccess',
  'invisible',
  'forbidden',
  'closed',
  'empty',
  'files',
  'tooLarge',
  'tooMany',
  'unreadable',
] as const
export type Held = (typeof HELD)[number]

const DAY = 24 * 60 * 60 * 1000

/** What the mail itself says; the contact's own address and rights are asked in the transaction that writes. */
export function judge(mail: Mail, { mailbox, days, server }: Rules, now = Date.now()): Verdict {
  const tokens = tokensIn(mail.to, mailbox)
  const found = tokens.map(readReplyToken).filter((token) => token !== null)
  const [token] = found
  if (tokens.length === 0) return { reason: 'noToken' }
  // A mail to two tickets is an answer to neither.
  if (!token || found.length > 1) return { reason: 'wrongToken' }
  const { contact, ticket } = token
  if (token.issued.getTime() + (days + 1) * DAY < now) return { reason: 'expired', contact, ticket }
  const [sender, ...others] = mail.from
  if (!sender || others.length > 0) return { reason: 'sender', contact, ticket }
  if (server !== '' && !isAuthenticated(mail.header('authentication-results'), server, sender))
    return { reason: 'unproven', contact, ticket }
  return { contact, ticket }
}
