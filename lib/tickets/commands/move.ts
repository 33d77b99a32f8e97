import 'server-only'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { queues, statuses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { onlookers, type SightChange, sightChange } from '../queries/onlookers.ts'
import { addEntry } from './entry.ts'
import { lockTicket } from './lock.ts'
import { carryFields, type FieldsMoved } from './move-fields.ts'
import { rehearse } from './rehearse.ts'

export type Move = { number: number; queue: string }
/** What a move does: to whom the ticket shows, which status it gets, and what becomes of its fields. */
export type MoveEffects = { sight: SightChange; status: string; queue: string; fields: FieldsMoved }

/**
 * Moves a ticket to another queue of the same kind. It gets the status of the same name there or, where there is none, the
 * first of the same kind. Values of fields that do not exist there stay with the ticket and keep their exposure.
 * @throws AppError `not_found` for the ticket, `invalid` with the field `queue` for a queue that it cannot go to,
 * `forbidden` without write on both
 */
export function moveTicket(viewer: EngineerViewer, move: Move): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await carryOut(tx, viewer, move)
  })
}

/** What `moveTicket` would do, with nothing done. @throws AppError as `moveTicket` */
export function rehearseMove(viewer: EngineerViewer, move: Move, locale: string): Promise<MoveEffects> {
  return rehearse(viewer, async (tx) => {
    const ticket = await movable(tx, move.number)
    const before = await onlookers(tx, ticket.id)
    const { status, queue, fields } = await carryOut(tx, viewer, move, locale)
    return { sight: sightChange(before, await onlookers(tx, ticket.id)), status, queue, fields }
  })
}

async function carryOut(tx: Transaction, viewer: EngineerViewer, { number, queue: key }: Move, locale = 'en') {
  const ticket = await movable(tx, number)
  const target = await targetFor(tx, ticket, key)
  const label = (labels: Record<string, string>) => labels[locale] ?? labels.en ?? ''
  if (target.id === ticket.queueId) throw new AppError('invalid', { fields: { queue: 'unknown' } })
  const status = await statusIn(tx, target.id, ticket)
  const carried = await carryFields(tx, { ticket: ticket.id, from: ticket.queueId, to: target.id, locale }, () =>
    tx.update(tickets).set({ queueId: target.id, statusId: status.id }).where(eq(tickets.id, ticket.id)),
  )
  const textClassId = target.engineerTextClassId ?? target.customerTextClassId
  if (textClassId === null) throw new AppError('forbidden')
  const change = { what: 'queue' as const, before: ticket.queueLabels, after: target.labels }
  await addEntry(tx, viewer, { ticketId: ticket.id, kind: 'change', textClassId, change })
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'ticket.moved',
      subjectKind: 'ticket',
      subjectId: String(number),
      before: { queue: ticket.queueKey },
      after: { queue: key },
    },
    tx,
  )
  return { status: label(status.labels), queue: label(target.labels), fields: carried }
}

type Movable = Awaited<ReturnType<typeof movable>>

async function movable(tx: Transaction, number: number) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      statusId: tickets.statusId,
      isFaq: tickets.isFaq,
      queueKey: queues.key,
      queueLabels: queues.labels,
      statusKey: statuses.key,
      statusKind: statuses.kind,
      mayWrite: sql<boolean>`${tickets.queueId} = any (viewer_ids('write_queues'))`,
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  if (!ticket.mayWrite) throw new AppError('forbidden')
  await lockTicket(tx, ticket)
  return ticket
}

/** An article is read by everybody who reads its queue: no ticket becomes one by being moved, nor the other way round. */
async function targetFor(tx: Transaction, ticket: Movable, key: string) {
  const [target] = await tx
    .select({
      id: queues.id,
      labels: queues.labels,
      engineerTextClassId: queues.engineerTextClassId,
      customerTextClassId: queues.customerTextClassId,
      mayWrite: sql<boolean>`${queues.id} = any (viewer_ids('write_queues'))`,
    })
    .from(queues)
    .where(
      and(
        eq(queues.key, key),
        eq(queues.active, true),
        eq(queues.kind, ticket.isFaq ? 'faq' : 'regular'),
        sql`${queues.id} = any (viewer_ids('read_queues'))`,
      ),
    )
  if (!target) throw new AppError('invalid', { fields: { queue: 'unknown' } })
  if (!target.mayWrite) throw new AppError('forbidden')
  return target
}

async function statusIn(tx: Transaction, queueId: number, { statusKey, statusKind }: Movable) {
  const found = await tx
    .select({
      id: statuses.id,
      key: statuses.key,
      kind: statuses.kind,
      labels: statuses.labels,
      initial: statuses.isInitial,
    })
    .from(statuses)
    .where(eq(statuses.queueId, queueId))
    .orderBy(asc(statuses.position), asc(statuses.id))
    .limit(100)
  const status =
    found.find(({ key, kind }) => key === statusKey && kind === statusKind) ??
    found.find(({ kind, initial }) => kind === statusKind && initial) ??
    found.find(({ kind }) => kind === statusKind) ??
    found.find(({ initial }) => initial)
  if (!status) throw new AppError('conflict')
  return status
}
