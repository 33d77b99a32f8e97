import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn, optionalLabelIn } from '#lib/db/labels.ts'
import { activities, statuses, ticketFields } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import type { FieldOption, FieldType } from '#lib/tickets/field-types.ts'
import type { NewActivity } from '../activity-input.ts'
import type { NewField } from '../field-input.ts'
import type { NewStatus } from '../status-input.ts'
import type { Uses } from '../uses.ts'
import { type QueueHead, queueHead } from './head.ts'
import { storedActivity, storedField, storedStatus } from './stored.ts'
import { counted, usesOfField, usesOfStatus } from './uses.ts'

export type StatusRow = {
  id: number
  key: string
  label: string
  nextStep: string | null
  kind: NewStatus['kind']
  acceptsComments: boolean
  isInitial: boolean
  tickets: number
}

/** In the administrator's order, as all lists here. @throws AppError `not_found` */
export function statusList(viewer: EngineerViewer, queue: number, locale: string) {
  return asViewer(viewer, async (tx) => ({
    head: await queueHead(tx, queue, locale),
    rows: await statusesOf(tx, queue, locale),
  }))
}

function statusesOf(tx: Transaction, queue: number, locale: string): Promise<StatusRow[]> {
  return tx
    .select({
      id: statuses.id,
      key: statuses.key,
      label: labelIn(statuses.labels, locale),
      nextStep: optionalLabelIn(statuses.nextStep, locale),
      kind: statuses.kind,
      acceptsComments: statuses.acceptsComments,
      isInitial: statuses.isInitial,
      tickets: counted('tickets in status', { id: sql`${statuses.id}` }),
    })
    .from(statuses)
    .where(eq(statuses.queueId, queue))
    .orderBy(statuses.position, statuses.id)
}

export type FieldRow = {
  id: number
  key: string
  label: string
  section: string | null
  type: FieldType
  required: boolean
  exposure: NewField['exposure']
  options: FieldOption[] | null
  condition: NewField['condition']
}

/** @throws AppError `not_found` */
export function fieldList(viewer: EngineerViewer, queue: number, locale: string) {
  return asViewer(viewer, async (tx) => ({
    head: await queueHead(tx, queue, locale),
    rows: await fieldsOf(tx, queue, locale),
  }))
}

function fieldsOf(tx: Transaction, queue: number, locale: string): Promise<FieldRow[]> {
  return tx
    .select({
      id: ticketFields.id,
      key: ticketFields.key,
      label: labelIn(ticketFields.labels, locale),
      section: optionalLabelIn(ticketFields.section, locale),
      type: ticketFields.type,
      required: ticketFields.required,
      exposure: ticketFields.exposure,
      options: ticketFields.options,
      condition: ticketFields.condition,
    })
    .from(ticketFields)
    .where(eq(ticketFields.queueId, queue))
    .orderBy(ticketFields.position, ticketFields.id)
}

export type ActivityRow = {
  id: number
  key: string
  label: string
  from: string[]
  to: string
  asksComment: boolean
  formFields: string[]
  customersMayExecute: boolean
}

/** @throws AppError `not_found` */
export function activityList(viewer: EngineerViewer, queue: number, locale: string) {
  return asViewer(viewer, async (tx) => {
    const rows: ActivityRow[] = await tx
      .select({
        id: activities.id,
        key: activities.key,
        label: labelIn(activities.labels, locale),
        from: sql<string[]>`coalesce((
          select jsonb_agg(coalesce(s.labels ->> ${locale}, s.labels ->> 'en') order by s.position, s.id)
          from activity_statuses f join statuses s on s.id = f.from_status_id where f.activity_id = ${activities}.id), '[]')`,
        to: labelIn(statuses.labels, locale),
        asksComment: activities.asksComment,
        formFields: activities.formFields,
        customersMayExecute: activities.customersMayExecute,
      })
      .from(activities)
      .innerJoin(statuses, eq(statuses.id, activities.toStatusId))
      .where(eq(activities.queueId, queue))
      .orderBy(activities.position, activities.id)
    return { head: await queueHead(tx, queue, locale), rows }
  })
}

type Part<Stored> = { head: QueueHead; stored: Stored | undefined; version: string | undefined }

/** The form of a status; a new one without `id`. @throws AppError `not_found` */
export function statusForm(
  viewer: EngineerViewer,
  queue: number,
  id: number | undefined,
  locale: string,
): Promise<Part<NewStatus> & { uses: Uses<'tickets' | 'activities'> | undefined }> {
  return asViewer(viewer, async (tx) => ({
    ...(await partOf(tx, queue, id, locale, storedStatus)),
    uses: id === undefined ? undefined : await usesOfStatus(tx, id),
  }))
}

/** The form of a field, with the others on which it may depend. @throws AppError `not_found` */
export function fieldForm(
  viewer: EngineerViewer,
  queue: number,
  id: number | undefined,
  locale: string,
): Promise<Part<NewField> & { others: FieldRow[]; uses: Awaited<ReturnType<typeof usesOfField>> | undefined }> {
  return asViewer(viewer, async (tx) => {
    const part = await partOf(tx, queue, id, locale, storedField)
    const fields = await fieldsOf(tx, queue, locale)
    const uses =
      id === undefined || !part.stored ? undefined : await usesOfField(tx, { queue, id, key: part.stored.key })
    return { ...part, others: fields.filter((field) => field.id !== id), uses }
  })
}

/** The form of an activity, with the statuses and fields of its queue. @throws AppError `not_found` */
export function activityForm(
  viewer: EngineerViewer,
  queue: number,
  id: number | undefined,
  locale: string,
): Promise<Part<NewActivity> & { statuses: { id: number; label: string }[]; fields: FieldRow[] }> {
  return asViewer(viewer, async (tx) => {
    const part = await partOf(tx, queue, id, locale, storedActivity)
    const own = await tx
      .select({ id: statuses.id, label: labelIn(statuses.labels, locale) })
      .from(statuses)
      .where(eq(statuses.queueId, queue))
      .orderBy(statuses.position, statuses.id)
    return { ...part, statuses: own, fields: await fieldsOf(tx, queue, locale) }
  })
}

async function partOf<Stored extends object>(
  tx: Transaction,
  queue: number,
  id: number | undefined,
  locale: string,
  read: (tx: Transaction, queue: number, id: number) => Promise<Stored | undefined>,
): Promise<Part<Stored>> {
  const head = await queueHead(tx, queue, locale)
  if (id === undefined) return { head, stored: undefined, version: undefined }
  const stored = await read(tx, queue, id)
  if (!stored) throw notFound()
  return { head, stored, version: versionOf(stored) }
}
