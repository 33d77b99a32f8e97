import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, contacts, engineers, mentions, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { pageOf } from '../view.ts'
import { type DeskChoices, deskChoices } from './desk-choices.ts'
import { type DeskNarrowing, deskIds } from './desk-narrowing.ts'
import { type DeskNav, type DeskQueue, deskNav } from './desk-nav.ts'
import { cursorOf, directionOf, orderOf, readsUpwards } from './desk-order.ts'
import type { DeskRow, DeskView } from './desk-view.ts'

export type DeskListPage = {
  nav: DeskNav
  rows: DeskRow[]
  /** Places in the list for the addresses of the pages beside this one. */
  newer: string | undefined
  older: string | undefined
  /** Only so many tickets were looked at, and there may be more that fit beyond them. */
  partial: boolean
  queue: DeskQueue | undefined
  choices: DeskChoices
  /** The view that was really shown: a queue that the engineer may not read is as unknown as one that does not exist. */
  view: DeskView
}

/** A page of an engineer's list in the order of its view, with the navigation beside it; in one transaction. */
export function deskList(viewer: EngineerViewer, asked: DeskView, locale: string, size = 50): Promise<DeskListPage> {
  return asViewer(viewer, async (tx) => {
    const nav = await deskNav(tx, viewer, locale)
    const queue = nav.queues.find(({ key }) => key === asked.queue)
    const view = { ...asked, queue: queue?.key }
    const choices = await deskChoices(tx, viewer, { queueId: queue?.id, view, locale })
    const { ids, end } = await deskIds(tx, { viewer, view, queueId: queue?.id, limit: size + 1 })
    const found = await deskRows(tx, locale, { viewer, view, queueId: queue?.id, limit: size + 1 }, ids)
    const upwards = readsUpwards(view)
    const page = pageOf(found, size, { before: view.before, after: upwards })
    const beyond = upwards ? { newer: end } : { older: end }
    return { nav, queue, view, choices, ...page, ...(end ? beyond : {}), partial: end !== undefined }
  })
}

async function deskRows(
  tx: Transaction,
  locale: string,
  { viewer, view }: DeskNarrowing,
  ids: number[],
): Promise<DeskRow[]> {
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
