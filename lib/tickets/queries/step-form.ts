import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { ContactViewer, EngineerViewer, SignedInViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { activities, activityStatuses, queues, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { askedFields, type HeldField } from './ticket-fields.ts'
import { type TicketHead, ticketHead } from './ticket-head.ts'

export type StepForm = TicketHead & {
  step: { key: string; label: string; asksComment: boolean }
  fields: HeldField[]
  /** Whether the customer can read the comment. */
  commentVisible: boolean
}

type Asked = { number: number; activity: string; locale: string }

/** @throws AppError `not_found` for the ticket, and for a step that is not possible now or not the viewer's to take */
export function deskStepForm(viewer: EngineerViewer, asked: Asked): Promise<StepForm & { nav: DeskNav }> {
  return asViewer(viewer, async (tx) => ({
    ...(await formOf(tx, viewer, asked)),
    nav: await deskNav(tx, viewer, asked.locale),
  }))
}

/** The same for a customer: of the form's fields those with exposure `full`. */
export function customerStepForm(viewer: ContactViewer, asked: Asked): Promise<StepForm> {
  return asViewer(viewer, (tx) => formOf(tx, viewer, asked))
}

async function formOf(tx: Transaction, viewer: SignedInViewer, { number, activity, locale }: Asked): Promise<StepForm> {
  const ticket = await ticketHead(tx, number, locale)
  const [step] = await tx
    .select({
      key: activities.key,
      label: labelIn(activities.labels, locale),
      asksComment: activities.asksComment,
      formFields: activities.formFields,
      commentVisible: sql<boolean>`coalesce((select c.customer_visible from text_classes c
        where c.id = coalesce(${queues.engineerTextClassId}, ${queues.customerTextClassId})), false)`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .innerJoin(activities, eq(activities.queueId, tickets.queueId))
    .innerJoin(
      activityStatuses,
      and(eq(activityStatuses.activityId, activities.id), eq(activityStatuses.fromStatusId, tickets.statusId)),
    )
    .where(
      and(
        eq(tickets.id, ticket.id),
        eq(activities.key, activity),
        sql`${tickets.queueId} = any (viewer_ids('execute_queues')) and not coalesce(v7_read_only(${tickets.id}), false)
          and ${tickets.mergedIntoId} is null`,
      ),
    )
  if (!step) throw notFound()
  const { formFields, commentVisible, ...shown } = step
  const fields = await askedFields(tx, viewer, { ticket: ticket.id, queue: ticket.queueId, locale, keys: formFields })
  return { ...ticket, step: shown, fields, commentVisible: viewer.kind === 'contact' || commentVisible }
}
