import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, contacts, engineers, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { pageOf } from '../view.ts'
import { cursorText } from './cursor.ts'
import { type DeskNarrowing, deskIds, readsUpwards } from './desk-narrowing.ts'
import { type DeskNav, type DeskQueue, deskNav } from './desk-nav.ts'
import type { DeskRow, DeskView } from './desk-view.ts'

export type DeskListPage = {
  nav: DeskNav
  rows: DeskRow[]
  /** Places in the list for the addresses of the pages beside this one. */
  newer: string | undefined
  older: string | undefined
  queue: DeskQueue | undefined
  /** The view that was really shown: a queue that the engineer may not read is as unknown as one that does not exist. */
  view: DeskView
}

/** A page of an engineer's list, newest activity first, with the navigation beside it; in one transaction. */
export function deskList(viewer: EngineerViewer, asked: DeskView, locale: string, size = 50): Promise<DeskListPage> {
  return asViewer(viewer, async (tx) => {
    const nav = await deskNav(tx, viewer, locale)
    const queue = nav.queues.find(({ key }) => key === asked.queue)
    const view = { ...asked, queue: queue?.key }
    const found = await deskRows(tx, locale, { viewer, view, queueId: queue?.id, limit: size + 1 })
    return { nav, queue, view, ...pageOf(found, size, { before: view.before, after: readsUpwards(view) }) }
  })
}

function deskRows(tx: Transaction, locale: string, narrowing: DeskNarrowing): Promise<DeskRow[]> {
  const direction = readsUpwards(narrowing.view) ? sql`asc` : sql`desc`
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
      unread: sql<boolean>`false`,
      cursor: cursorText('activity', tickets.updatedAt, tickets.id),
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .leftJoin(companies, eq(companies.id, tickets.companyId))
    .leftJoin(engineers, eq(engineers.id, tickets.engineerId))
    .where(sql`${tickets.id} in (${deskIds(narrowing)})`)
    .orderBy(sql`${tickets.updatedAt} ${direction}`, sql`${tickets.id} ${direction}`)
}
