import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { FIELD_TYPES } from '#lib/tickets/field-types.ts'
import { possibleTypes, removedOptions } from '../field-change.ts'
import type { FieldChange, NewField } from '../field-input.ts'
import { storedField } from '../queries/stored.ts'
import { usesOfField, usesOfOption } from '../queries/uses.ts'
import { isUsed } from '../uses.ts'
import { requireAskable } from './conditions.ts'
import { endOf } from './order.ts'
import { changing, inQueue, type Place, tell } from './set-up.ts'

/** @throws AppError `not_found`, `invalid` for a key that is taken or a condition that cannot hold, `conflict` */
export function createField(viewer: EngineerViewer, queueId: number, field: NewField): Promise<number> {
  return inQueue(viewer, queueId, async (tx) => {
    await requireAskable(tx, queueId, field)
    const position = await endOf(tx, 'field', queueId)
    const writing = tx
      .insert(ticketFields)
      .values({ ...field, queueId, position })
      .returning({ id: ticketFields.id })
    const [made] = await orTaken('key', writing)
    if (!made) throw new AppError('unexpected')
    await tell(tx, viewer, { part: 'field', id: made.id, change: 'created', after: field })
    return made.id
  })
}

/**
 * No value is ever lost: a type that the values would not fit, and taking away a choice that a ticket has made, are refused.
 * @throws AppError `not_found`, `conflict`, `invalid` at the type, the options or the condition
 */
export function changeField(viewer: EngineerViewer, place: Place, change: FieldChange, shown?: string) {
  return changing(
    viewer,
    { part: 'field', place, shown },
    (tx) => storedField(tx, place.queue, place.id),
    async (tx, before) => {
      await requireKeeping(tx, place, before, change)
      await requireAskable(tx, place.queue, { ...change, key: before.key })
      await tx.update(ticketFields).set(change).where(eq(ticketFields.id, place.id))
    },
  )
}

async function requireKeeping(tx: Transaction, place: Place, before: NewField, change: FieldChange): Promise<void> {
  const uses = await usesOfField(tx, { ...place, key: before.key })
  if (!possibleTypes(before.type, uses.values > 0, FIELD_TYPES).includes(change.type))
    throw new AppError('invalid', { fields: { type: 'typeHasValues' } })
  for (const value of removedOptions(before, change)) {
    if (await usesOfOption(tx, place.id, value)) throw new AppError('invalid', { fields: { options: 'optionInUse' } })
    const [other] = await tx
      .select({ id: ticketFields.id })
      .from(ticketFields)
      .where(
        and(
          eq(ticketFields.queueId, place.queue),
          sql`${ticketFields.condition} @> ${JSON.stringify({ field: before.key, values: [value] })}::jsonb`,
        ),
      )
      .limit(1)
    if (other) throw new AppError('invalid', { fields: { options: 'optionInCondition' } })
  }
}

/** @throws AppError `not_found`; `conflict` where a ticket has a value, or a condition or an activity asks for it */
export function deleteField(viewer: EngineerViewer, place: Place): Promise<void> {
  return inQueue(viewer, place.queue, async (tx) => {
    const before = await storedField(tx, place.queue, place.id)
    if (!before) throw notFound()
    if (isUsed(await usesOfField(tx, { ...place, key: before.key })))
      throw new AppError('conflict', { detail: { reason: 'inUse' } })
    await tx.delete(ticketFields).where(eq(ticketFields.id, place.id))
    await tell(tx, viewer, { part: 'field', id: place.id, change: 'deleted', before })
  })
}
