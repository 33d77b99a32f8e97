import 'server-only'
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import {
  attachments,
  companies,
  contacts,
  customerGroups,
  engineers,
  entries,
  queues,
  statuses,
  textClasses,
  tickets,
} from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { type Draft, draftFor } from '#lib/drafts/queries.ts'
import { notFound } from '#lib/errors.ts'
import type { AttachmentRow, History, MergedTicket, TicketAction, TicketField } from '../ticket.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { type DeskSide, deskSide } from './desk-side.ts'
import { activitiesOf, fieldsOf, historyOf, joinedIds, merged, mergedInto } from './ticket.ts'

export type TextClass = { key: string; label: string; customerVisible: boolean }
export type DeskAttachment = AttachmentRow & { customerVisible: boolean }
/** Which part of the history is shown. */
export const HISTORY_PARTS = ['all', 'conversation', 'internal', 'changes'] as const
export type HistoryPart = (typeof HISTORY_PARTS)[number]

export type DeskTicket = DeskSide & {
  id: number
  number: number
  subject: string
  status: string
  statusKind: 'open' | 'waiting' | 'closed'
  queueKey: string
  queue: string
  faq: boolean
  contactId: number | null
  contact: string | null
  companyId: number | null
  company: string | null
  group: string | null
  engineerId: number | null
  engineer: string | null
  createdAt: Date
  activityAt: Date
  /** When something last happened that customers can read. */
  customerActivityAt: Date
  waiting: boolean
  closedAt: Date | null
  answerDueAt: Date | null
  acceptsComments: boolean
  mayAnswer: boolean
  mayTakeOver: boolean
  mayWrite: boolean
  mergedInto: MergedTicket | null
  merged: MergedTicket[]
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
  { locale, before, part = 'all' }: { locale: string; before?: number | undefined; part?: HistoryPart },
): Promise<DeskTicket> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await headOf(tx, viewer, number, locale)
    if (!ticket) throw notFound()
    return {
      ...ticket,
      history: await historyOf(tx, joinedIds(ticket), { locale, before, only: conditionOf(part) }),
      attachments: await attachmentsOf(tx, joinedIds(ticket)),
      ...(await deskSide(tx, viewer, ticket.id)),
      draft: await draftFor(tx, viewer, purposeText({ kind: 'answer', number })),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

/** A change that nobody commented is a change; with a text it is part of what was said. */
function conditionOf(part: HistoryPart): SQL | undefined {
  const said = sql`(${entries.kind} in ('comment', 'mail_in', 'mail_out') or (${entries.kind} = 'activity' and ${entries.body} <> ''))`
  switch (part) {
    case 'conversation':
      return sql`${said} and ${textClasses.customerVisible}`
    case 'internal':
      return sql`${said} and not ${textClasses.customerVisible}`
    case 'changes':
      return sql`${entries.kind} in ('change', 'activity')`
    default:
      return undefined
  }
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
      faq: tickets.isFaq,
      contactId: tickets.mainContactId,
      contact: contacts.name,
      companyId: tickets.companyId,
      company: companies.name,
      group: sql<string | null>`coalesce(${customerGroups.labels} ->> ${locale}, ${customerGroups.labels} ->> 'en')`,
      engineerId: tickets.engineerId,
      engineer: engineers.name,
      createdAt: tickets.createdAt,
      activityAt: tickets.updatedAt,
      customerActivityAt: tickets.customerUpdatedAt,
      waiting: sql<boolean>`${tickets.isOpen} and ${tickets.customerSpokeLast}`,
      closedAt: tickets.closedAt,
      answerDueAt: tickets.answerDueAt,
      acceptsComments: sql<boolean>`${statuses.acceptsComments} and ${tickets.mergedIntoId} is null`,
      mayAnswer: sql<boolean>`may_comment(${tickets.id}) and ${tickets.mergedIntoId} is null`,
      mayTakeOver: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))
        and coalesce(${queues.engineerTextClassId}, ${queues.customerTextClassId}) is not null
        and ${tickets.engineerId} is distinct from ${viewer.engineer}`,
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
      mergedInto,
      merged,
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

function textClassesOf(locale: string): SQL<TextClass[]> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('key', c.key, 'label', coalesce(c.labels ->> ${locale}, c.labels ->> 'en'),
      'customerVisible', c.customer_visible) order by c.customer_visible desc, c.id)
    from queue_text_classes listed join text_classes c on c.id = listed.text_class_id where listed.queue_id = ${queues.id}), '[]')`
}

/** Each file with its own text class, which is what decides whether the customer sees it (V5). */
function attachmentsOf(tx: Transaction, ticketIds: number[]): Promise<DeskAttachment[]> {
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
    .where(inArray(attachments.ticketId, ticketIds))
    .orderBy(attachments.createdAt, attachments.id)
    .limit(500)
}
