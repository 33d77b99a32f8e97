import 'server-only'
import { and, desc, eq } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import { contacts, engineers, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { beyond, cursorText, parseCursor } from '#lib/tickets/queries/cursor.ts'
import { pageOf } from '#lib/tickets/view.ts'

export type CustomerTicket = {
  number: number
  subject: string
  status: string
  statusKind: 'open' | 'waiting' | 'closed'
  queue: string
  contact: string | null
  engineer: string | null
  activityAt: Date
  cursor: string
}

export type CustomerTickets = { rows: CustomerTicket[]; older: string | undefined }

/** The tickets of a contact or of a company's contacts that the engineer may see, newest first. */
export async function ticketsOf(
  tx: Transaction,
  of: { contact: number } | { company: number },
  { locale, before, size = 10 }: { locale: string; before: string | undefined; size?: number },
): Promise<CustomerTickets> {
  const whose = 'contact' in of ? eq(tickets.mainContactId, of.contact) : eq(tickets.companyId, of.company)
  const cursor = parseCursor(before)
  const found = await tx
    .select({
      number: tickets.number,
      subject: tickets.subject,
      status: labelIn(statuses.labels, locale),
      statusKind: statuses.kind,
      queue: labelIn(queues.labels, locale),
      contact: contacts.name,
      engineer: engineers.name,
      activityAt: tickets.customerUpdatedAt,
      cursor: cursorText('activity', tickets.customerUpdatedAt, tickets.id),
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .leftJoin(engineers, eq(engineers.id, tickets.engineerId))
    .where(and(whose, cursor && beyond(cursor, 'activity', 'older', tickets.customerUpdatedAt, tickets.id)))
    .orderBy(desc(tickets.customerUpdatedAt), desc(tickets.id))
    .limit(size + 1)
  return pageOf(found, size, { before })
}
