import 'server-only'
import { eq } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { customerGroups } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

/** One administrator at a time works on a customer group; the others wait. @throws AppError `not_found`, `forbidden` */
export function inGroup<T>(viewer: EngineerViewer, group: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const [found] = await tx
      .select({ id: customerGroups.id })
      .from(customerGroups)
      .where(eq(customerGroups.id, group))
      .for('update')
    if (!found) throw notFound()
    return work(tx)
  })
}

type Telling = {
  part: 'customer_group' | 'field_group' | 'data_field'
  id: number
  change: string
  before?: object | undefined
  after?: object | undefined
}

export function tell(tx: Transaction, viewer: EngineerViewer, { part, id, change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `${part}.${change}`,
      subjectKind: part,
      subjectId: String(id),
      before,
      after,
    },
    tx,
  )
}
