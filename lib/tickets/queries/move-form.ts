import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'

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

export type MoveForm = TicketHead & {
  /** Where it may go: queues of the same kind with read and write. */
  queues: { value: string; label: string }[]
  nav: DeskNav
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
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  return ticket
}

export function moveForm(viewer: EngineerViewer, number: number, locale: string): Promise<MoveForm> {
  return asViewer(viewer, async (tx) => {
    const ticket = await ticketHead(tx, number, locale)
    const found = await tx
      .select({ value: queues.key, label: labelIn(queues.labels, locale) })
      .from(queues)
      .where(
        and(
          eq(queues.active, true),
          eq(queues.kind, ticket.faq ? 'faq' : 'regular'),
          ne(queues.id, ticket.queueId),
          sql`${queues.id} = any (viewer_ids('read_queues')) and ${queues.id} = any (viewer_ids('write_queues'))`,
        ),
      )
      .orderBy(queues.position, queues.id)
      .limit(200)
    return { ...ticket, queues: found, nav: await deskNav(tx, viewer, locale) }
  })
}
