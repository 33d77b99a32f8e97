import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { contacts, queues, readMarks, statuses, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { TicketRow } from '../view.ts'
import { cursorText, type Sort } from './cursor.ts'

/** The rows of a customer's list for tickets found before: at most a page of them, in the direction of reading. */
export function customerRows(
  tx: Transaction,
  viewer: PortalViewer,
  locale: string,
  { ids, sort, ascending }: { ids: SQL; sort: Sort; ascending: boolean },
): Promise<TicketRow[]> {
  const key = sort === 'number' ? tickets.number : tickets.customerUpdatedAt
  const direction = ascending ? sql`asc` : sql`desc`
  return tx
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: labelIn(statuses.labels, locale),
      statusKind: statuses.kind,
      queue: labelIn(queues.labels, locale),
      owner: sql<
        string | null
      >`coalesce(${contacts.name}, contact_name_on_ticket(${tickets.mainContactId}, ${tickets.id}))`,
      engineer: sql<string | null>`engineer_name(${tickets.engineerId})`,
      createdAt: tickets.createdAt,
      activityAt: tickets.customerUpdatedAt,
      unread: sql<boolean>`${readMarks.readAt} is null or ${readMarks.readAt} < ${tickets.customerUpdatedAt}`,
      cursor: cursorText(sort, key, tickets.id),
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .leftJoin(readMarks, and(eq(readMarks.ticketId, tickets.id), eq(readMarks.contactId, viewer.contact)))
    .where(sql`${tickets.id} in (${ids})`)
    .orderBy(sql`${key} ${direction}`, sql`${tickets.id} ${direction}`)
}
