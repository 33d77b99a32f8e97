import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { type CustomerRights, rightsIn } from '#lib/contacts/queries/rights.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, customerGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

export type CompanyRecord = CustomerRights & {
  id: number
  name: string
  externalId: string | null
  active: boolean
  customerGroupId: number
  groupKey: string
  group: string
  /** The theme that its contacts wear, and who chose it. */
  theme: { id: string; from: 'company' | 'group' } | null
  fields: Record<string, unknown>
  createdAt: Date
}

/** @throws AppError `not_found` alike for an unknown company and for one of a group that the engineer may not read (V8) */
export async function companyRecord(tx: Transaction, id: number, locale: string): Promise<CompanyRecord> {
  const [found] = await tx
    .select({
      id: companies.id,
      name: companies.name,
      externalId: companies.externalId,
      active: companies.active,
      customerGroupId: companies.customerGroupId,
      groupKey: customerGroups.key,
      group: labelIn(customerGroups.labels, locale),
      theme: sql<CompanyRecord['theme']>`case when ${companies.theme} is not null
          then jsonb_build_object('id', ${companies.theme}, 'from', 'company')
        when ${customerGroups.theme} is not null then jsonb_build_object('id', ${customerGroups.theme}, 'from', 'group') end`,
      fields: companies.fields,
      createdAt: companies.createdAt,
      ...rightsIn(companies.customerGroupId),
    })
    .from(companies)
    .innerJoin(customerGroups, eq(customerGroups.id, companies.customerGroupId))
    .where(eq(companies.id, id))
  if (!found) throw notFound()
  return found
}

/** What a form shows and may overwrite, for its version. */
export function toldCompany({ name, externalId, fields }: CompanyRecord) {
  return { name, externalId, fields }
}
