import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type CompanyRecord, companyRecord } from './record.ts'

/** Whether a company could be deleted. @throws AppError `not_found`, `forbidden` without delete on the customer group */
export function companyDeletion(
  viewer: EngineerViewer,
  id: number,
  locale: string,
): Promise<{ company: CompanyRecord; held: boolean; nav: DeskNav }> {
  return asViewer(viewer, async (tx) => {
    const company = await companyRecord(tx, id, locale)
    if (!company.mayDelete) throw new AppError('forbidden')
    const [row] = await tx.execute<{ held: boolean }>(sql`select hangs_on_company(${id}) as held`)
    return { company, held: row?.held ?? true, nav: await deskNav(tx, viewer, locale) }
  })
}
