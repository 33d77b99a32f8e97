import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { queues, queueTextClasses, textClasses } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orUnknown } from '#lib/db/violations.ts'
import { AppError, type FieldProblems } from '#lib/errors.ts'
import type { QueueTextClassesChange } from '../input.ts'
import { storedTextClasses } from '../queries/stored.ts'
import { changing } from './set-up.ts'

/**
 * Says which classes entries of the queue may have from now on; those that are written keep theirs.
 * @throws AppError `not_found`, `conflict`, `invalid` where a default is not allowed or customers could not read theirs
 */
export function changeTextClasses(
  viewer: EngineerViewer,
  id: number,
  change: QueueTextClassesChange,
  shown?: string,
): Promise<void> {
  return changing(
    viewer,
    { part: 'queue', place: { queue: id, id }, shown },
    (tx) => storedTextClasses(tx, id),
    async (tx) => {
      const { allowed, ...defaults } = change
      await requireFitting(tx, change)
      await tx.delete(queueTextClasses).where(eq(queueTextClasses.queueId, id))
      if (allowed.length) {
        const rows = allowed.map((textClassId) => ({ queueId: id, textClassId }))
        await orUnknown('allowed', tx.insert(queueTextClasses).values(rows).onConflictDoNothing())
      }
      await tx.update(queues).set(defaults).where(eq(queues.id, id))
    },
  )
}

async function requireFitting(tx: Transaction, change: QueueTextClassesChange): Promise<void> {
  const { allowed, engineerTextClassId: engineers, customerTextClassId: customers } = change
  const [ofCustomers] =
    customers === null
      ? []
      : await tx
          .select()
          .from(textClasses)
          .where(inArray(textClasses.id, [customers]))
  const fields: FieldProblems = {
    ...(engineers !== null && !allowed.includes(engineers) ? { engineerTextClassId: 'notAllowed' } : {}),
    ...(customers !== null && !allowed.includes(customers) ? { customerTextClassId: 'notAllowed' } : {}),
    ...(ofCustomers && !ofCustomers.customerVisible ? { customerTextClassId: 'notVisible' } : {}),
  }
  if (Object.keys(fields).length) throw new AppError('invalid', { fields })
}
