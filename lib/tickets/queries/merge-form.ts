import 'server-only'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { MergedTicket } from '../ticket.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { type TicketHead, ticketHead } from './ticket-head.ts'

export type MergeForm = TicketHead & { candidates: MergedTicket[]; nav: DeskNav }

/** With the newest open tickets of the same customer. @throws AppError `not_found` */
export function mergeForm(viewer: EngineerViewer, number: number, locale: string): Promise<MergeForm> {
  return asViewer(viewer, async (tx) => {
    const ticket = await ticketHead(tx, number, locale)
    const candidates =
      ticket.contactId === null
        ? []
        : await tx
            .select({ id: tickets.id, number: tickets.number, subject: tickets.subject })
            .from(tickets)
            .where(
              and(
                eq(tickets.mainContactId, ticket.contactId),
                ne(tickets.id, ticket.id),
                sql`${tickets.isOpen}`,
                isNull(tickets.mergedIntoId),
              ),
            )
            .orderBy(desc(tickets.customerUpdatedAt), desc(tickets.id))
            .limit(10)
    return { ...ticket, candidates, nav: await deskNav(tx, viewer, locale) }
  })
}
