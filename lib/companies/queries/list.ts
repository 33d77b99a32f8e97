import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { CustomerListView, CustomerPage } from '#lib/contacts/customer-list.ts'
import { idsByName, readsBackwards } from '#lib/contacts/queries/by-name.ts'
import { type CustomerGroup, customerGroupsOf } from '#lib/contacts/queries/groups.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, customerGroups } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type BoundedCount, pageOf } from '#lib/tickets/view.ts'

/** Counts stop here and say "more than". */
const BOUND = 100

export type CompanyRow = {
  id: number
  name: string
  externalId: string | null
  active: boolean
  group: string
  contacts: BoundedCount
  openTickets: BoundedCount
  cursor: string
}

export type CompanyList = CustomerPage<CompanyRow> & { nav: DeskNav; groups: CustomerGroup[]; view: CustomerListView }

/** A page of the companies that the engineer may read, by name; in one transaction. */
export function companyList(
  viewer: EngineerViewer,
  asked: CustomerListView,
  locale: string,
  size = 50,
): Promise<CompanyList> {
  return asViewer(viewer, async (tx) => {
    const groups = await customerGroupsOf(tx, locale)
    const group = groups.find(({ key }) => key === asked.group)
    const view = { ...asked, group: group?.key }
    const backwards = readsBackwards(view)
    const direction = backwards ? sql`desc` : sql`asc`
    const counted = (rows: string) =>
      sql<number>`(select count(*)::int from (${sql.raw(rows)} limit ${BOUND + 1}) counted)`
    const found = await tx
      .select({
        id: companies.id,
        name: companies.name,
        externalId: companies.externalId,
        active: companies.active,
        group: labelIn(customerGroups.labels, locale),
        contacts: counted('select from contacts c where c.company_id = companies.id and c.active'),
        openTickets: counted('select from tickets t where t.company_id = companies.id and t.is_open'),
        cursor: sql<string>`${companies.id} || '.' || ${companies.name}`,
      })
      .from(companies)
      .innerJoin(customerGroups, eq(customerGroups.id, companies.customerGroupId))
      .where(sql`${companies.id} in (${idsByName('companies', view, { group: group?.id, limit: size + 1 })})`)
      .orderBy(sql`${companies.name} ${direction}`, sql`${companies.id} ${direction}`)
    const { rows, newer, older } = pageOf(found, size, { before: view.after, after: backwards })
    return {
      rows: rows.map((row) => ({ ...row, contacts: bounded(row.contacts), openTickets: bounded(row.openTickets) })),
      previous: view.q ? undefined : newer,
      next: older,
      groups,
      view,
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

function bounded(count: number): BoundedCount {
  return { count: Math.min(count, BOUND), more: count > BOUND }
}
