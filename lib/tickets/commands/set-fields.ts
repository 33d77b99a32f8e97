import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { fieldValues } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { toldValue } from '../field-form.ts'
import type { HeldField } from '../queries/ticket-fields.ts'
import { addEntry } from './entry.ts'

/** Of the queue: the text classes of entries for engineers, and of those that customers can read. */
export type Classes = { engineerTextClassId: number | null; customerTextClassId: number | null }

/** Writes what differs, with an entry for each field: in a class that customers read only where the field is exposed (V5, V6). */
export async function setFields(
  tx: Transaction,
  viewer: SignedInViewer,
  { ticket, classes }: { ticket: number; classes: Classes },
  fields: readonly HeldField[],
  values: Map<number, unknown>,
): Promise<void> {
  for (const field of fields) {
    const after = values.get(field.id)
    if (same(field.value, after)) continue
    const held = and(eq(fieldValues.ticketId, ticket), eq(fieldValues.fieldId, field.id))
    if (after === undefined) await tx.delete(fieldValues).where(held)
    else if (field.value === undefined)
      await tx.insert(fieldValues).values({ ticketId: ticket, fieldId: field.id, value: after })
    else await tx.update(fieldValues).set({ value: after }).where(held)
    const textClassId = field.exposed
      ? (classes.customerTextClassId ?? classes.engineerTextClassId)
      : (classes.engineerTextClassId ?? classes.customerTextClassId)
    if (textClassId === null) throw new AppError('forbidden')
    await addEntry(tx, viewer, {
      ticketId: ticket,
      kind: 'change',
      textClassId,
      fieldId: field.id,
      change: { what: 'field', before: toldValue(field, field.value), after: toldValue(field, after) },
    })
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
