import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { fieldValues, ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'

/** Labels of the fields whose values go along into fields of the same key, and of those that stay as they are. */
export type FieldsMoved = { carried: string[]; kept: string[] }

type Way = { ticket: number; from: number; to: number; locale: string }

const width = { none: 0, read: 1, full: 2 }

/**
 * Moves the ticket by `move`, and with it each value that the other queue has a field of the same key, type and options
 * for. A value never becomes visible by that: where the other field shows more to customers, it stays where it was.
 */
export async function carryFields(
  tx: Transaction,
  { ticket, from, to, locale }: Way,
  move: () => Promise<unknown>,
): Promise<FieldsMoved> {
  const held = await tx
    .select({ field: ticketFields, value: fieldValues.value })
    .from(fieldValues)
    .innerJoin(ticketFields, eq(ticketFields.id, fieldValues.fieldId))
    .where(and(eq(fieldValues.ticketId, ticket), eq(ticketFields.queueId, from)))
  const there = await tx.select().from(ticketFields).where(eq(ticketFields.queueId, to))
  const pairs = held.flatMap(({ field, value }) => {
    const target = there.find((one) => one.key === field.key && one.type === field.type && takes(one, value))
    return target && width[target.exposure] <= width[field.exposure] ? [{ field, target, value }] : []
  })
  const label = ({ labels, key }: typeof ticketFields.$inferSelect) => labels[locale] ?? labels.en ?? key
  const going = pairs.map(({ field }) => field.id)
  // A field is only changed in the queue that the ticket is in: taken away before the move, given after it.
  if (going.length > 0)
    await tx.delete(fieldValues).where(and(eq(fieldValues.ticketId, ticket), inArray(fieldValues.fieldId, going)))
  await move()
  for (const { target, value } of pairs) {
    await tx
      .insert(fieldValues)
      .values({ ticketId: ticket, fieldId: target.id, value })
      .onConflictDoUpdate({ target: [fieldValues.ticketId, fieldValues.fieldId], set: { value } })
  }
  return {
    carried: pairs.map(({ field }) => label(field)),
    kept: held.flatMap(({ field }) => (going.includes(field.id) ? [] : [label(field)])),
  }
}

function takes({ options }: typeof ticketFields.$inferSelect, value: unknown): boolean {
  if (!options) return true
  return [value].flat().every((one) => options.some((option) => option.value === one))
}
