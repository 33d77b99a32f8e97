import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

/** A ticket as the pages of its changes name it. */
export type TicketHead = {
  id: number
  number: number
  subject: string
  queueId: number
  queue: string
  faq: boolean
  contactId: number | null
  contact: string | null
  mayWrite: boolean
}

/** @throws AppError `not_found` alike for an unknown number and for one that the engineer may not see */
export async function ticketHead(tx: Transaction, number: number, locale: string): Promise<TicketHead> {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      queueId: tickets.queueId,
      queue: labelIn(queues.labels, locale),
      faq: tickets.isFaq,
      contactId: tickets.mainContactId,
      contact: sql<string | null>`contact_name_on_ticket(${tickets.mainContactId}, ${tickets.id})`,
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues')) and not coalesce(v7_read_only(${tickets.id}), false)`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  return ticket
}
