import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { contacts } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import type { ContactMove } from '../input.ts'
import { contactRecord } from '../queries/record.ts'
import { requireCompany } from './save.ts'

/**
 * Puts a contact into another company of its group, or into none. Its tickets go along: the old company loses them from
 * sight and the new one gains them, at once (V4).
 * @throws AppError `not_found`, `forbidden` without write on the group, `conflict` where it was moved meanwhile
 */
export function moveContact(viewer: EngineerViewer, { id, company, from }: ContactMove): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if (!(await contactRecord(tx, id, 'en')).mayWrite) throw new AppError('forbidden')
    await tx.execute(sql`select from ${contacts} where id = ${id} for update`)
    const before = await contactRecord(tx, id, 'en')
    if (before.companyId !== from) throw new AppError('conflict')
    if (before.companyId === company) return
    const model = await dataModelOf(tx, before.customerGroupId)
    const target = company === null ? null : await requireCompany(tx, model, company)
    await tx.update(contacts).set({ companyId: company }).where(eq(contacts.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'contact.moved',
        subjectKind: 'contact',
        subjectId: String(id),
        before: { companyId: before.companyId, company: before.company },
        after: { companyId: company, company: target?.name ?? null },
      },
      tx,
    )
  })
}
