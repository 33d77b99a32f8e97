import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { activities, activityStatuses, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { executeActivity } from './activity.ts'

/**
 * Closes a ticket by the first step of its queue that leads there from its present status, one without a form if there is.
 * @throws AppError as `executeActivity`; `conflict` where no step leads there
 */
export async function closeTicket(viewer: EngineerViewer, { number, body }: { number: number; body: string }) {
  const step = await asViewer(viewer, async (tx) => {
    const [ticket] = await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, number))
    if (!ticket) throw notFound()
    const [closing] = await tx
      .select({ key: activities.key })
      .from(tickets)
      .innerJoin(activities, eq(activities.queueId, tickets.queueId))
      .innerJoin(
        activityStatuses,
        and(eq(activityStatuses.activityId, activities.id), eq(activityStatuses.fromStatusId, tickets.statusId)),
      )
      .innerJoin(statuses, and(eq(statuses.id, activities.toStatusId), eq(statuses.kind, 'closed')))
      .where(and(eq(tickets.id, ticket.id), eq(tickets.isOpen, true)))
      .orderBy(sql`jsonb_array_length(${activities.formFields})`, asc(activities.asksComment), asc(activities.position))
      .limit(1)
    if (!closing) throw new AppError('conflict')
    return closing.key
  })
  return executeActivity(viewer, { key: randomUUID(), number, activity: step, body })
}
