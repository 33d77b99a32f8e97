import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { companies } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { companyRecord } from '../queries/record.ts'

/** The company takes no new contacts; those that it has keep their access. @throws AppError `not_found`, `forbidden` */
export function deactivateCompany(viewer: EngineerViewer, id: number): Promise<void> {
  return setActive(viewer, id, false)
}

/** @throws AppError `not_found`, `forbidden` */
export function reactivateCompany(viewer: EngineerViewer, id: number): Promise<void> {
  return setActive(viewer, id, true)
}

function setActive(viewer: EngineerViewer, id: number, active: boolean): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const company = await companyRecord(tx, id, 'en')
    if (!company.mayWrite) throw new AppError('forbidden')
    if (company.active === active) return
    await tx.update(companies).set({ active }).where(eq(companies.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: active ? 'company.reactivated' : 'company.deactivated',
        subjectKind: 'company',
        subjectId: String(id),
        before: { active: !active },
        after: { active },
      },
      tx,
    )
  })
}

/**
 * Deletes a company without contacts and tickets.
 * @throws AppError `not_found`, `forbidden` without delete on the group, `conflict` with the reason `companyInUse`
 */
export function deleteCompany(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const company = await companyRecord(tx, id, 'en')
    if (!company.mayDelete) throw new AppError('forbidden')
    const [row] = await tx.execute<{ held: boolean }>(sql`select hangs_on_company(${id}) as held`)
    if (row?.held) throw new AppError('conflict', { detail: { reason: 'companyInUse' } })
    await tx.delete(companies).where(eq(companies.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'company.deleted',
        subjectKind: 'company',
        subjectId: String(id),
        before: { name: company.name, group: company.groupKey, externalId: company.externalId },
      },
      tx,
    )
  })
}
