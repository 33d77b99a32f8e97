import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { contacts, engineers, outbox, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

export const MAIL_STATES = ['pending', 'sent', 'collected', 'failed', 'skipped'] as const
export type MailState = (typeof MAIL_STATES)[number]
export const MAILS_PER_PAGE = 50

export type MailRow = {
  id: number
  template: string
  state: MailState
  problem: string | null
  /** Null where the viewer may not know the recipient. */
  recipient: string | null
  attempts: number
  createdAt: Date
  sentAt: Date | null
  nextAttemptAt: Date
}

const row = {
  id: outbox.id,
  template: outbox.template,
  state: outbox.state,
  problem: outbox.problem,
  recipient: sql<string | null>`coalesce(${contacts.name}, ${engineers.name})`,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  sentAt: outbox.sentAt,
  nextAttemptAt: outbox.nextAttemptAt,
}

/** The mails of a state, or of all, newest first; one more than a page, to tell whether there are others. */
export function queuedMails(
  viewer: EngineerViewer,
  { state, before }: { state?: MailState | undefined; before?: number | undefined },
): Promise<MailRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select(row)
      .from(outbox)
      .leftJoin(contacts, eq(contacts.id, outbox.contactId))
      .leftJoin(engineers, eq(engineers.id, outbox.engineerId))
      .where(and(state && eq(outbox.state, state), before === undefined ? undefined : lt(outbox.id, before)))
      .orderBy(desc(outbox.id))
      .limit(MAILS_PER_PAGE + 1),
  )
}

export type MailDetail = MailRow & {
  contactId: number | null
  engineerId: number | null
  ticketId: number | null
  entryId: number | null
  payload: Record<string, unknown>
  messageId: string
  lastError: string | null
  /** The mail that told this together with other news. */
  collectedIn: number | null
  /** Whether the viewer may read what the mail says: it knows the recipient, and sees each ticket of which it tells. */
  readable: boolean
}

/** One mail of the queue. @throws AppError `not_found` */
export function queuedMail(viewer: EngineerViewer, id: number): Promise<MailDetail> {
  return asViewer(viewer, async (tx) => {
    const [mail] = await tx
      .select({
        ...row,
        contactId: outbox.contactId,
        engineerId: outbox.engineerId,
        ticketId: outbox.ticketId,
        entryId: outbox.entryId,
        payload: outbox.payload,
        messageId: outbox.messageId,
        lastError: outbox.lastError,
        collectedIn: outbox.collectedIn,
        readable: sql<boolean>`coalesce(${contacts.id}, ${engineers.id}) is not null and (${outbox.ticketId} is null or ${tickets.id} is not null)
          and not exists (select from outbox o where o.collected_in = ${outbox}.id and not ticket_visible(o.ticket_id))`,
      })
      .from(outbox)
      .leftJoin(contacts, eq(contacts.id, outbox.contactId))
      .leftJoin(engineers, eq(engineers.id, outbox.engineerId))
      .leftJoin(tickets, eq(tickets.id, outbox.ticketId))
      .where(eq(outbox.id, id))
    if (!mail) throw notFound()
    return mail
  })
}
