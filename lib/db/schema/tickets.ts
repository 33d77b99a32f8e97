import { sql } from 'drizzle-orm'
import { type AnyPgColumn, bigint, boolean, index, pgSequence, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment, now, reference } from './columns.ts'
import { companies } from './companies.ts'
import { contacts } from './contacts.ts'
import { customerGroups } from './customer-groups.ts'
import { engineers } from './engineers.ts'
import { ids, inserts, isContact, isEngineer, me, reads, updates } from './policies.ts'
import { queues } from './queues.ts'
import { statuses } from './statuses.ts'

export const ticketNumber = pgSequence('ticket_number', { startWith: 100001 })

/**
 * A ticket. `companyId`, `customerGroupId`, `isFaq` and `isOpen` are copies that triggers keep equal to the main
 * customer's company now (V4), its group, the queue's kind and the status; no command sets them.
 * `updatedAt` moves with every entry, `customerUpdatedAt` only with what customers may read, so that an internal note
 * shows in no order and no unread mark (V8).
 */
export const tickets = pgTable(
  'tickets',
  {
    id: id(),
    number: bigint({ mode: 'number' }).notNull().unique().default(sql`nextval('ticket_number')`),
    queueId: reference()
      .notNull()
      .references(() => queues.id),
    statusId: reference()
      .notNull()
      .references(() => statuses.id),
    mainContactId: reference().references(() => contacts.id),
    customerGroupId: reference().references(() => customerGroups.id),
    companyId: reference().references(() => companies.id),
    isFaq: boolean().notNull().default(false),
    isOpen: boolean().notNull().default(true),
    engineerId: reference().references(() => engineers.id),
    subject: text().notNull(),
    createdAt: now(),
    updatedAt: now(),
    customerUpdatedAt: now(),
    closedAt: moment(),
    answerDueAt: moment(),
    /** Whether the newest entry that customers can read is a customer's; kept by trigger. */
    customerSpokeLast: boolean().notNull().default(false),
    /** Where this ticket goes on, once it was merged. */
    mergedIntoId: reference().references((): AnyPgColumn => tickets.id),
  },
  (t) => {
    // Read backwards for newest first; every list is ordered by these two.
    const newest = [t.customerUpdatedAt, t.id] as const
    return [
      index('tickets_of_contact').on(t.mainContactId, ...newest),
      index('tickets_of_company').on(t.companyId, ...newest),
      index('open_tickets_of_contact')
        .on(t.mainContactId, ...newest)
        .where(sql`${t.isOpen}`),
      index('open_tickets_of_company')
        .on(t.companyId, ...newest)
        .where(sql`${t.isOpen}`),
      index('tickets_of_company_by_queue').on(t.companyId, t.queueId, ...newest),
      index('tickets_of_company_by_number').on(t.companyId, t.number),
      index('tickets_of_contact_by_number').on(t.mainContactId, t.number),
      index('tickets_of_queue').on(t.queueId, t.updatedAt, t.id),
      index('open_tickets_of_queue').on(t.queueId, t.updatedAt, t.id).where(sql`${t.isOpen}`),
      // Overdue: what has to be answered first, a queue at a time.
      index('due_tickets_of_queue')
        .on(t.queueId, t.answerDueAt, t.id)
        .where(sql`${t.isOpen} and ${t.answerDueAt} is not null`),
      index('tickets_of_status').on(t.statusId, t.updatedAt, t.id),
      index('tickets_of_engineer').on(t.engineerId, t.updatedAt, t.id).where(sql`${t.isOpen}`),
      index('closed_tickets_of_engineer').on(t.engineerId, t.updatedAt, t.id).where(sql`not ${t.isOpen}`),
      index('waiting_tickets_of_queue')
        .on(t.queueId, t.updatedAt, t.id)
        .where(sql`${t.isOpen} and ${t.customerSpokeLast}`),
      index('tickets_of_queue_by_number').on(t.queueId, t.number),
      index('desk_tickets_of_contact').on(t.mainContactId, t.updatedAt, t.id),
      index('desk_tickets_of_company').on(t.companyId, t.updatedAt, t.id),
      index().on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
      reads(
        'read',
        sql`v1_queue_readable(${t.queueId}, ${ids('read_queues')}) and (v2_faq(${t.isFaq}) or case when ${isEngineer} then v2_group_readable_by_engineer(${t.customerGroupId}, ${ids('read_groups')}) else v2_group_readable(${t.customerGroupId}, ${ids('read_groups')}) and v3_own_ticket(${t.id}, ${t.mainContactId}, ${t.companyId}, ${me}, (select viewer_id('own_company'))) end)`,
      ),
      inserts(
        'create',
        sql`${t.queueId} = any (${ids('create_queues')}::bigint[]) and ((${isEngineer} and v2_group_readable_by_engineer(${t.customerGroupId}, ${ids('read_groups')})) or (${isContact} and ${t.mainContactId} = ${me} and v2_group_readable(${t.customerGroupId}, ${ids('read_groups')})))`,
      ),
      updates(
        'change',
        sql`(${t.queueId} = any (${ids('write_queues')}::bigint[]) or ${t.queueId} = any (${ids('execute_queues')}::bigint[])) and ticket_visible(${t.id}) and (${isEngineer} or not v7_read_only(${t.id}))`,
        sql`(${t.queueId} = any (${ids('write_queues')}::bigint[]) or ${t.queueId} = any (${ids('execute_queues')}::bigint[]))`,
      ),
    ]
  },
)
