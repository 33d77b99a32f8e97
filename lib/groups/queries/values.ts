import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import type { Held } from '../conversion.ts'

/** More different values than these are not converted at once. */
const MOST_VALUES = 100_000

/** Every different value of a field, the most frequent first. @throws AppError `conflict` where there are too many */
export async function valuesOf(tx: Transaction, field: number): Promise<Held[]> {
  const rows = await tx.execute<{ value: unknown; holders: string }>(
    sql`select value, holders from data_field_values(${field}, ${MOST_VALUES + 1})`,
  )
  if (rows.length > MOST_VALUES) throw new AppError('conflict', { detail: { reason: 'tooManyValues' } })
  return rows.map(({ value, holders }) => ({ value, holders: Number(holders) }))
}
