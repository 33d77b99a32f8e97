import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { PortalViewer } from '../access/viewer.ts'
import { labelIn, optionalLabelIn } from '../db/labels.ts'
import { queues, ticketFields } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { purposeText } from '../drafts/purpose.ts'
import { type Draft, draftFor } from '../drafts/queries.ts'
import { notFound } from '../errors.ts'
import type { FormField } from '../tickets/field-input.ts'
import { suggestedContacts } from '../tickets/queries/contact-fields.ts'

export type QueueTile = { key: string; label: string; description: string | null; icon: string }

/** The queues in which the viewer may create tickets, in the administrator's order. */
export function creatableQueues(tx: Transaction, locale: string): Promise<QueueTile[]> {
  return tx
    .select({
      key: queues.key,
      label: labelIn(queues.labels, locale),
      description: optionalLabelIn(queues.descriptions, locale),
      icon: queues.icon,
    })
    .from(queues)
    .where(
      and(
        eq(queues.active, true),
        eq(queues.kind, 'regular'),
        sql`${queues.id} in (select unnest(viewer_ids('create_queues')))`,
      ),
    )
    .orderBy(queues.position, queues.id)
    .limit(100)
}

export function queueChoice(viewer: PortalViewer, locale: string): Promise<QueueTile[]> {
  return asViewer(viewer, (tx) => creatableQueues(tx, locale))
}

export type CreateForm = {
  queue: { key: string; label: string; description: string | null }
  fields: FormField[]
  /** Whom a contact field suggests. */
  contacts: string[]
  draft: Draft | undefined
}

/** The form for a new ticket. @throws AppError `not_found` for a queue in which the viewer may not create */
export function createForm(viewer: PortalViewer, key: string, locale: string): Promise<CreateForm> {
  return asViewer(viewer, async (tx) => {
    const [queue] = await tx
      .select({
        id: queues.id,
        key: queues.key,
        label: labelIn(queues.labels, locale),
        description: optionalLabelIn(queues.descriptions, locale),
      })
      .from(queues)
      .where(and(eq(queues.key, key), eq(queues.active, true), sql`${queues.id} = any (viewer_ids('create_queues'))`))
    if (!queue) throw notFound()
    const fields = await formFields(tx, queue.id, locale)
    const suggested = await suggestedContacts(tx, viewer, fields, null)
    return {
      queue,
      fields,
      contacts: suggested,
      draft: await draftFor(tx, viewer, purposeText({ kind: 'create', queue: key })),
    }
  })
}

/** What a customer fills in when creating: the queue's fields with exposure `full` (V6), without retired choices. */
export async function formFields(tx: Transaction, queueId: number, locale: string): Promise<FormField[]> {
  const fields = await fieldsOfQueue(tx, queueId, locale)
  return fields
    .filter(({ exposure }) => exposure === 'full')
    .map(({ exposure, ...field }) => ({
      ...field,
      options: field.options?.filter((option) => !option.retired) ?? null,
    }))
}

/** Every field of the queue that the viewer may see, in the administrator's order. */
export function fieldsOfQueue(
  tx: Transaction,
  queueId: number,
  locale: string,
): Promise<(FormField & { exposure: 'none' | 'read' | 'full' })[]> {
  return tx
    .select({
      id: ticketFields.id,
      key: ticketFields.key,
      type: ticketFields.type,
      label: labelIn(ticketFields.labels, locale),
      help: optionalLabelIn(ticketFields.help, locale),
      section: optionalLabelIn(ticketFields.section, locale),
      required: ticketFields.required,
      initial: ticketFields.initial,
      options: ticketFields.options,
      condition: ticketFields.condition,
      exposure: ticketFields.exposure,
    })
    .from(ticketFields)
    .where(eq(ticketFields.queueId, queueId))
    .orderBy(ticketFields.position, ticketFields.id)
}

/** Of the queues, those that the engineer works in: active, and with read by its roles. */
export const deskQueues = and(eq(queues.active, true), sql`${queues.id} = any (viewer_ids('read_queues'))`)
