import 'server-only'
import { sql } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import { queues } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

/** What stands over each page of a queue. */
export type QueueHead = {
  id: number
  key: string
  label: string
  kind: 'regular' | 'faq'
  active: boolean
  /** What customers still lack to create tickets here. */
  missing: ('active' | 'customerTextClass' | 'initialStatus' | 'grant')[]
}

/** @throws AppError `not_found` */
export async function queueHead(tx: Transaction, id: number, locale: string): Promise<QueueHead> {
  const [queue] = await tx
    .select({
      id: queues.id,
      key: queues.key,
      label: labelIn(queues.labels, locale),
      kind: queues.kind,
      active: queues.active,
      hasClass: sql<boolean>`exists (select from text_classes c where c.id = ${queues}.customer_text_class_id and c.customer_visible)`,
      hasStatus: sql<boolean>`exists (select from statuses s where s.queue_id = ${queues}.id and s.is_initial)`,
      hasGrant: sql<boolean>`exists (select from queue_grants g where g.queue_id = ${queues}.id and g.create)`,
    })
    .from(queues)
    .where(sql`${queues.id} = ${id}`)
  if (!queue) throw notFound()
  const { hasClass, hasStatus, hasGrant, ...head } = queue
  const missing: QueueHead['missing'] = []
  if (!head.active) missing.push('active')
  if (!hasClass) missing.push('customerTextClass')
  if (!hasStatus) missing.push('initialStatus')
  if (!hasGrant) missing.push('grant')
  return { ...head, missing: head.kind === 'faq' ? [] : missing }
}
