import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, contacts, engineers, mentions, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { cursorOf, directionOf, orderOf } from './desk-order.ts'
import type { DeskRow, DeskView } from './desk-view.ts'

type Asked = { viewer: EngineerViewer; view: DeskView; locale: string }

/** What a list shows of these tickets, in the direction in which it is read. */
export async function deskRows(tx: Transaction, { viewer, view, locale }: Asked, ids: number[]): Promise<DeskRow[]> {
  if (ids.length === 0) return []
  const direction = directionOf(view)
  return tx
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: labelIn(statuses.labels, locale),
      statusKind: statuses.kind,
      queue: labelIn(queues.labels, locale),
      owner: contacts.name,
      company: companies.name,
      engineer: engineers.name,
      createdAt: tickets.createdAt,
      activityAt: tickets.updatedAt,
      dueAt: tickets.answerDueAt,
      isOpen: tickets.isOpen,
      waiting: sql<boolean>`${tickets.isOpen} and ${tickets.customerSpokeLast}`,
      mentionedAt: mentions.mentionedAt,
      unread: sql<boolean>`${mentions.mentionedAt} is not null and ${mentions.seenAt} is null`,
      cursor: cursorOf(view),
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .leftJoin(companies, eq(companies.id, tickets.companyId))
    .leftJoin(engineers, eq(engineers.id, tickets.engineerId))
    .leftJoin(mentions, and(eq(mentions.ticketId, tickets.id), eq(mentions.engineerId, viewer.engineer)))
    .where(inArray(tickets.id, ids))
    .orderBy(sql`${orderOf(view).key} ${direction}`, sql`${tickets.id} ${direction}`)
}
