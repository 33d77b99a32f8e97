import 'server-only'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import {
  attachments,
  companies,
  contacts,
  customerGroups,
  engineers,
  queues,
  statuses,
  textClasses,
  tickets,
} from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { type Draft, draftFor } from '#lib/drafts/queries.ts'
import { notFound } from '#lib/errors.ts'
import type { AttachmentRow, History, TicketAction, TicketField } from '../ticket.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { activitiesOf, fieldsOf, historyOf } from './ticket.ts'

export type TextClass = { key: string; label: string; customerVisible: boolean }
export type DeskAttachment = AttachmentRow & { customerVisible: boolean }

export type DeskTicket = {
  id: number
  number: number
  subject: string
  status: string
  statusKind: 'open' | 'waiting' | 'closed'
  queueKey: string
  queue: string
  contact: string | null
  company: string | null
  group: string | null
  engineerId: number | null
  engineer: string | null
  createdAt: Date
  activityAt: Date
  closedAt: Date | null
  answerDueAt: Date | null
  acceptsComments: boolean
  mayAnswer: boolean
  mayTakeOver: boolean
  participants: string[]
  fields: TicketField[]
  /** Steps from the present status that the engineer may take; none without execute. */
  activities: TicketAction[]
  textClasses: TextClass[]
  /** The queue's class for engineers, where it has one. */
  defaultTextClass: string | null
  /** Whether the customer can read the comment of an activity. */
  stepsVisible: boolean
  history: History
  attachments: DeskAttachment[]
  draft: Draft | undefined
  nav: DeskNav
}

/**
 * Everything an engineer's ticket page shows, in one transaction.
 * @throws AppError `not_found` alike for an unknown number and for one that the engineer may not see (V1, V2, V8)
 */
export function deskTicket(
  viewer: EngineerViewer,
  number: number,
  { locale, before }: { locale: string; before?: number | undefined },
): Promise<DeskTicket> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await headOf(tx, viewer, number, locale)
    if (!ticket) throw notFound()
    return {
      ...ticket,
      history: await historyOf(tx, ticket.id, locale, before),
      attachments: await attachmentsOf(tx, ticket.id),
      draft: await draftFor(tx, viewer, purposeText({ kind: 'answer', number })),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

function headOf(tx: Transaction, viewer: EngineerViewer, number: number, locale: string) {
  return tx
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: labelIn(statuses.labels, locale),
      statusKind: statuses.kind,
      queueKey: queues.key,
      queue: labelIn(queues.labels, locale),
      contact: contacts.name,
      company: companies.name,
      group: sql<string | null>`coalesce(${customerGroups.labels} ->> ${locale}, ${customerGroups.labels} ->> 'en')`,
      engineerId: tickets.engineerId,
      engineer: engineers.name,
      createdAt: tickets.createdAt,
      activityAt: tickets.updatedAt,
      closedAt: tickets.closedAt,
      answerDueAt: tickets.answerDueAt,
      acceptsComments: statuses.acceptsComments,
      mayAnswer: sql<boolean>`may_comment(${tickets.id})`,
      mayTakeOver: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues')) and ${queues.engineerTextClassId} is not null
        and ${tickets.engineerId} is distinct from ${viewer.engineer}`,
      participants: participantNames,
      fields: fieldsOf(locale),
      activities: activitiesOf(locale),
      textClasses: textClassesOf(locale),
      defaultTextClass: sql<
        string | null
      >`(select c.key from text_classes c where c.id = ${queues.engineerTextClassId})`,
      stepsVisible: sql<boolean>`coalesce((select c.customer_visible from text_classes c
        where c.id = coalesce(${queues.engineerTextClassId}, ${queues.customerTextClassId})), false)`,
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .leftJoin(companies, eq(companies.id, tickets.companyId))
    .leftJoin(customerGroups, eq(customerGroups.id, tickets.customerGroupId))
    .leftJoin(engineers, eq(engineers.id, tickets.engineerId))
    .where(eq(tickets.number, number))
    .limit(1)
}

const participantNames: SQL<string[]> = sql`coalesce((
  select jsonb_agg(c.name order by c.name) from participants p join contacts c on c.id = p.contact_id
  where p.ticket_id = ${tickets.id}), '[]')`

function textClassesOf(locale: string): SQL<TextClass[]> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('key', c.key, 'label', coalesce(c.labels ->> ${locale}, c.labels ->> 'en'),
      'customerVisible', c.customer_visible) order by c.customer_visible desc, c.id)
    from queue_text_classes listed join text_classes c on c.id = listed.text_class_id where listed.queue_id = ${queues.id}), '[]')`
}

/** Each file with its own text class, which is what decides whether the customer sees it (V5). */
function attachmentsOf(tx: Transaction, ticketId: number): Promise<DeskAttachment[]> {
  return tx
    .select({
      id: attachments.id,
      entryId: attachments.entryId,
      name: attachments.name,
      contentType: attachments.contentType,
      bytes: attachments.bytes,
      createdAt: attachments.createdAt,
      customerVisible: sql<boolean>`coalesce(${textClasses.customerVisible}, false)`,
    })
    .from(attachments)
    .leftJoin(textClasses, eq(textClasses.id, attachments.textClassId))
    .where(eq(attachments.ticketId, ticketId))
    .orderBy(attachments.createdAt, attachments.id)
    .limit(500)
}
