import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { type TicketHead, ticketHead } from './ticket-head.ts'

export type MoveForm = TicketHead & {
  /** Where it may go: queues of the same kind with read and write. */
  queues: { value: string; label: string }[]
  nav: DeskNav
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
