import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { writableGroup } from '#lib/contacts/queries/form.ts'
import type { CustomerGroup } from '#lib/contacts/queries/groups.ts'
import { companies } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'

export type CompanyChoice = { id: number; name: string; externalId: string | null }

/** Active companies of a customer group that hold the words, or the first by name; at most thirty. */
export function companiesToChoose(tx: Transaction, group: number, q: string | undefined): Promise<CompanyChoice[]> {
  const found = q
    ? sql`${companies.id} in (select found_id from search_companies(${q}, ${group}, true, null, null, 30))`
    : sql`${companies.customerGroupId} = ${group} and ${companies.active}`
  return tx
    .select({ id: companies.id, name: companies.name, externalId: companies.externalId })
    .from(companies)
    .where(found)
    .orderBy(companies.name, companies.id)
    .limit(30)
}

/** The companies in which a new contact of the group may be. @throws AppError `not_found`, `forbidden` */
export function companyChoice(
  viewer: EngineerViewer,
  key: string,
  { q, locale }: { q: string | undefined; locale: string },
): Promise<{ group: CustomerGroup; companies: CompanyChoice[]; nav: DeskNav }> {
  return asViewer(viewer, async (tx) => {
    const group = await writableGroup(tx, key, locale)
    return { group, companies: await companiesToChoose(tx, group.id, q), nav: await deskNav(tx, viewer, locale) }
  })
}
