import 'server-only'
import { eq } from 'drizzle-orm'
import { ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { choicesOf } from '../condition-choices.ts'
import type { NewField } from '../field-input.ts'

type Asked = Pick<NewField, 'key' | 'condition' | 'exposure'>

/**
 * A condition can come true: it names another field of the queue and choices that this has, it does not run in a circle,
 * and customers who are asked for the one are asked for the other.
 * @throws AppError `invalid` at the condition, or at the exposure where another field needs it
 */
export async function requireAskable(tx: Transaction, queueId: number, field: Asked): Promise<void> {
  const fields = await tx.select().from(ticketFields).where(eq(ticketFields.queueId, queueId))
  const asked = fields.some((one) => one.condition?.field === field.key && one.exposure === 'full')
  if (asked && field.exposure !== 'full') throw new AppError('invalid', { fields: { exposure: 'conditionNeeds' } })
  const { condition } = field
  if (!condition) return
  const refuse = (reason: string) => new AppError('invalid', { fields: { condition: reason } })
  const other = fields.find(({ key }) => key === condition.field)
  if (!other) throw refuse('unknown')
  const choices = choicesOf(other)
  if (condition.values.some((value) => !choices.includes(value))) throw refuse('unknown')
  if (field.exposure === 'full' && other.exposure !== 'full') throw refuse('conditionHidden')
  const seen = new Set([field.key])
  for (let at: typeof other | undefined = other; at; ) {
    if (seen.has(at.key)) throw refuse('conditionCircle')
    seen.add(at.key)
    const next: string | undefined = at.condition?.field
    at = fields.find(({ key }) => key === next)
  }
}
