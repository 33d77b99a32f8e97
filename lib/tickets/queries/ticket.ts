import 'server-only'
import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { ContactViewer, PortalViewer } from '#lib/access/viewer.ts'
import { labelIn, optionalLabelIn } from '#lib/db/labels.ts'
import {
  attachments,
  contacts,
  entries,
  entryOriginals,
  queues,
  readMarks,
  statuses,
  textClasses,
  tickets,
} from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { type Draft, draftFor } from '#lib/drafts/queries.ts'
import { notFound } from '#lib/errors.ts'
import { quotedWords } from '#lib/mail-in/own-words.ts'
import type { AttachmentRow, History, MergedTicket, TicketAction, TicketField } from '../ticket.ts'
import { contactNameOf } from './contact-fields.ts'
import { mayInvite } from './people.ts'

/** Entries on one page; older ones are a link away. */
const PAGE = 40
/** Characters of a mail that are looked at for what it quotes, and shown of that. */
const MAIL = 60_000
const QUOTED = 10_000

export type CustomerTicket = {
  id: number
  number: number
  subject: string
  status: string
  statusKind: 'open' | 'waiting' | 'closed'
  nextStep: string | null
  queue: string
  owner: string | null
  engineer: string | null
  createdAt: Date
  activityAt: Date
  closedAt: Date | null
  answerDueAt: Date | null
  mayComment: boolean
  readOnly: boolean
  /** Whether the viewer may add participants and share. */
  mayInvite: boolean
  /** Whether there are fields that the viewer may change (V6). */
  mayEdit: boolean
  participants: string[]
  fields: TicketField[]
  activities: TicketAction[]
  /** Where this ticket goes on, if the viewer may see that. */
  mergedInto: MergedTicket | null
  merged: MergedTicket[]
  history: History
  attachments: AttachmentRow[]
  draft: Draft | undefined
}

/**
 * Everything a customer's ticket page shows, in one transaction; seeing it marks it read.
 * @throws AppError `not_found` alike for an unknown number and for one that the viewer may not see (V8)
 */
export function customerTicket(
  viewer: PortalViewer,
  number: number,
  { locale, before }: { locale: string; before?: number | undefined },
): Promise<CustomerTicket> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await headOf(tx, viewer, number, locale)
    if (!ticket) throw notFound()
    const [history, files, draft] = [
      await historyOf(tx, joinedIds(ticket), { locale, before }),
      await attachmentsOf(tx, joinedIds(ticket)),
      await draftFor(tx, viewer, `comment:${number}`),
    ]
    if (viewer.kind === 'contact') await markRead(tx, viewer, ticket.id)
    return { ...ticket, history, attachments: files, draft }
  })
}

function headOf(tx: Transaction, viewer: PortalViewer, number: number, locale: string) {
  return tx
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: labelIn(statuses.labels, locale),
      statusKind: statuses.kind,
      nextStep: optionalLabelIn(statuses.nextStep, locale),
      queue: labelIn(queues.labels, locale),
      owner: sql<
        string | null
      >`coalesce(${contacts.name}, contact_name_on_ticket(${tickets.mainContactId}, ${tickets.id}))`,
      engineer: sql<string | null>`engineer_name(${tickets.engineerId})`,
      createdAt: tickets.createdAt,
      activityAt: tickets.customerUpdatedAt,
      closedAt: tickets.closedAt,
      answerDueAt: tickets.answerDueAt,
      mayComment: sql<boolean>`may_comment(${tickets.id}) and ${tickets.mergedIntoId} is null`,
      readOnly: sql<boolean>`v7_read_only(${tickets.id})`,
      mayInvite: mayInvite(viewer),
      mayEdit: sql<boolean>`${viewer.kind === 'contact'}::boolean and ${tickets.queueId} = any (viewer_ids('write_queues')) and not v7_read_only(${tickets.id})
        and exists (select from ticket_fields f where f.queue_id = ${tickets.queueId} and f.exposure = 'full')`,
      participants: participantNames,
      fields: fieldsOf(locale),
      activities: activitiesOf(locale),
      mergedInto,
      merged,
    })
    .from(tickets)
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
    .where(eq(tickets.number, number))
    .limit(1)
}

const participantNames: SQL<string[]> = sql`coalesce((
  select jsonb_agg(name order by name) from (
    select contact_name_on_ticket(p.contact_id, p.ticket_id) as name from participants p where p.ticket_id = ${tickets.id} limit 50
  ) named), '[]')`

/** V6 holds by the policies on both tables: fields that are not exposed are not there. */
export function fieldsOf(locale: string): SQL<TicketField[]> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('key', f.key, 'type', f.type, 'label', coalesce(f.labels ->> ${locale}, f.labels ->> 'en'),
      'value', ${contactNameOf(sql`${tickets.id}`)}, 'options', f.options) order by f.position, f.id)
    from field_values v join ticket_fields f on f.id = v.field_id where v.ticket_id = ${tickets.id}), '[]')`
}

export function activitiesOf(locale: string): SQL<TicketAction[]> {
  return sql`case when ${tickets.queueId} = any (viewer_ids('execute_queues')) and not v7_read_only(${tickets.id}) then coalesce((
    select jsonb_agg(jsonb_build_object('key', a.key, 'label', coalesce(a.labels ->> ${locale}, a.labels ->> 'en'), 'asksComment', a.asks_comment,
      'form', jsonb_array_length(a.form_fields) > 0) order by a.position, a.id)
    from activities a join activity_statuses s on s.activity_id = a.id and s.from_status_id = ${tickets.statusId}
    where a.queue_id = ${tickets.queueId}), '[]') else '[]' end`
}

const mergedTicket = sql`jsonb_build_object('id', m.id, 'number', m.number, 'subject', m.subject)`

export const mergedInto: SQL<MergedTicket | null> = sql`(select ${mergedTicket} from tickets m where m.id = ${tickets.mergedIntoId})`

/** Tickets that go on in this one. Each keeps its own rules: who does not see it sees nothing of it here either. */
export const merged: SQL<MergedTicket[]> = sql`coalesce((
  select jsonb_agg(${mergedTicket} order by m.id) from tickets m where m.merged_into_id = ${tickets}.id), '[]')`

/** The ticket and those that were merged into it: together they are one history. */
export function joinedIds(ticket: { id: number; merged: MergedTicket[] }): number[] {
  return [ticket.id, ...ticket.merged.map(({ id }) => id)]
}

type Part = { locale: string; before?: number | undefined; only?: SQL | undefined }

/** The newest page of what the viewer may read, oldest first, and whether there is more before it. */
export async function historyOf(
  tx: Transaction,
  ticketIds: number[],
  { locale, before, only }: Part,
): Promise<History> {
  const found = await tx
    .select({
      id: entries.id,
      ticketId: entries.ticketId,
      kind: entries.kind,
      authorKind: entries.authorKind,
      authorName: entries.authorName,
      authorContactId: entries.authorContactId,
      body: entries.body,
      mail: sql<string | null>`case when ${entries.kind} = 'mail_in'
        then (select left(o.body, ${MAIL}) from ${entryOriginals} o where o.entry_id = ${entries}.id) end`,
      change: entries.change,
      textClass: labelIn(textClasses.labels, locale),
      textClassIcon: textClasses.icon,
      textClassColour: textClasses.colour,
      customerVisible: textClasses.customerVisible,
      field: sql<
        string | null
      >`(select coalesce(f.labels ->> ${locale}, f.labels ->> 'en') from ticket_fields f where f.id = ${entries.fieldId})`,
      createdAt: entries.createdAt,
    })
    .from(entries)
    .innerJoin(textClasses, eq(textClasses.id, entries.textClassId))
    .where(and(inArray(entries.ticketId, ticketIds), before === undefined ? undefined : lt(entries.id, before), only))
    .orderBy(desc(entries.id))
    .limit(PAGE + 1)
  const shown = found.slice(0, PAGE).reverse().map(withQuotation)
  return { entries: shown, olderBefore: found.length > PAGE ? shown[0]?.id : undefined }
}

function withQuotation<Row extends { mail: string | null }>({ mail, ...entry }: Row) {
  const quoted = mail === null ? null : quotedWords(mail)
  return { ...entry, quoted: quoted && quoted.length > QUOTED ? `${quoted.slice(0, QUOTED)} …` : quoted }
}

export function attachmentsOf(tx: Transaction, ticketIds: number[]): Promise<AttachmentRow[]> {
  return tx
    .select({
      id: attachments.id,
      entryId: attachments.entryId,
      name: attachments.name,
      contentType: attachments.contentType,
      bytes: attachments.bytes,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(inArray(attachments.ticketId, ticketIds))
    .orderBy(attachments.createdAt, attachments.id)
    .limit(500)
}

async function markRead(tx: Transaction, viewer: ContactViewer, ticketId: number): Promise<void> {
  await tx
    .insert(readMarks)
    .values({ contactId: viewer.contact, ticketId, readAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({ target: [readMarks.contactId, readMarks.ticketId], set: { readAt: sql`clock_timestamp()` } })
}
