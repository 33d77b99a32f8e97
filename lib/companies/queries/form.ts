import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { writableGroup } from '#lib/contacts/queries/form.ts'
import type { CustomerGroup } from '#lib/contacts/queries/groups.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type CompanyRecord, companyRecord, toldCompany } from './record.ts'

export type CompanyForm = { company: CompanyRecord; version: string; model: DataModel; nav: DeskNav }

/** The form of a company. @throws AppError `not_found`, `forbidden` without write on the customer group */
export function companyForm(viewer: EngineerViewer, id: number, locale: string): Promise<CompanyForm> {
  return asViewer(viewer, async (tx) => {
    const company = await companyRecord(tx, id, locale)
    if (!company.mayWrite) throw new AppError('forbidden')
    return {
      company,
      version: versionOf(toldCompany(company)),
      model: await dataModelOf(tx, company.customerGroupId),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

export type NewCompanyForm = { group: CustomerGroup; model: DataModel; nav: DeskNav }

/** @throws AppError `not_found` also where the group has no companies, `forbidden` without write on it */
export function newCompanyForm(viewer: EngineerViewer, key: string, locale: string): Promise<NewCompanyForm> {
  return asViewer(viewer, async (tx) => {
    const group = await writableGroup(tx, key, locale)
    if (!group.hasCompanies) throw notFound()
    return { group, model: await dataModelOf(tx, group.id), nav: await deskNav(tx, viewer, locale) }
  })
}
