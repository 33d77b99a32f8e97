import 'server-only'
import { and, count, eq, or, sql } from 'drizzle-orm'
import { activities, activityStatuses, queueGrants, ticketFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { USES_BOUND, type Uses } from '../uses.ts'

type What =
  | 'tickets of queue'
  | 'open tickets of queue'
  | 'tickets in status'
  | 'values of field'
  | 'changes of field'
  | 'entries of class'
  | 'files of class'

/** Counted past the policies, for administrators alone: what is in the way has to be told even to who may not see it. */
export const counted = (what: What, subject: number | { id: unknown }) =>
  sql<number>`count_uses(${what}, ${typeof subject === 'number' ? subject : subject.id}, ${USES_BOUND})`

async function boundedCount(tx: Transaction, what: What, subject: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`select ${counted(what, subject)} as count`)
  return row?.count ?? 0
}

export async function usesOfQueue(tx: Transaction, id: number): Promise<Uses<'tickets' | 'roles'>> {
  const [roles] = await tx.select({ count: count() }).from(queueGrants).where(eq(queueGrants.queueId, id))
  return { tickets: await boundedCount(tx, 'tickets of queue', id), roles: roles?.count ?? 0 }
}

export async function usesOfStatus(tx: Transaction, id: number): Promise<Uses<'tickets' | 'activities'>> {
  const [steps] = await tx
    .select({ count: sql<number>`count(distinct ${activities.id})::int` })
    .from(activities)
    .leftJoin(activityStatuses, eq(activityStatuses.activityId, activities.id))
    .where(or(eq(activities.toStatusId, id), eq(activityStatuses.fromStatusId, id)))
  return { tickets: await boundedCount(tx, 'tickets in status', id), activities: steps?.count ?? 0 }
}

export async function usesOfField(
  tx: Transaction,
  { queue, id, key }: { queue: number; id: number; key: string },
): Promise<Uses<'values' | 'changes' | 'conditions' | 'activities'>> {
  const [conditions] = await tx
    .select({ count: count() })
    .from(ticketFields)
    .where(and(eq(ticketFields.queueId, queue), sql`${ticketFields.condition} ->> 'field' = ${key}`))
  const [forms] = await tx
    .select({ count: count() })
    .from(activities)
    .where(and(eq(activities.queueId, queue), sql`${activities.formFields} ? ${key}`))
  return {
    values: await boundedCount(tx, 'values of field', id),
    changes: await boundedCount(tx, 'changes of field', id),
    conditions: conditions?.count ?? 0,
    activities: forms?.count ?? 0,
  }
}

/** How many tickets have chosen this. */
export async function usesOfOption(tx: Transaction, field: number, value: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count_choices(${field}, ${value}, ${USES_BOUND}) as count`,
  )
  return row?.count ?? 0
}
