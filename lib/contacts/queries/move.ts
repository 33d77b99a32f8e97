import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { type CompanyChoice, companiesToChoose } from '#lib/companies/queries/choose.ts'
import { companyRecord } from '#lib/companies/queries/record.ts'
import { tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import type { BoundedCount } from '#lib/tickets/view.ts'
import { type ContactRecord, contactRecord } from './record.ts'
import { type CustomerTicket, ticketsOf } from './tickets.ts'

/** Counts stop here and say "more than". */
const BOUND = 500

export type MoveChoice = { contact: ContactRecord; companies: CompanyChoice[]; nav: DeskNav }

/** Companies of the contact's group into which it may be moved. @throws AppError `not_found`, `forbidden` */
export function moveChoice(
  viewer: EngineerViewer,
  id: number,
  { q, locale }: { q: string | undefined; locale: string },
): Promise<MoveChoice> {
  return asViewer(viewer, async (tx) => {
    const contact = await movable(tx, id, locale)
    const companies = await companiesToChoose(tx, contact.customerGroupId, q)
    return {
      contact,
      companies: companies.filter((one) => one.id !== contact.companyId),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

export type MovePreview = {
  contact: ContactRecord
  target: { id: number; name: string } | null
  /** Of the contact's tickets those that the engineer may see, and the newest of them. */
  count: BoundedCount
  newest: CustomerTicket[]
  /** Who loses sight of the tickets, and who gains it: contacts whose profile sees the tickets of the own company. */
  losing: BoundedCount
  gaining: BoundedCount
  nav: DeskNav
}

/** What a move would do, before it is done (V4). @throws AppError `not_found`, `forbidden` */
export function movePreview(
  viewer: EngineerViewer,
  id: number,
  { to, locale }: { to: number | null; locale: string },
): Promise<MovePreview> {
  return asViewer(viewer, async (tx) => {
    const contact = await movable(tx, id, locale)
    const target = to === null ? null : await companyRecord(tx, to, locale)
    if (target && (target.customerGroupId !== contact.customerGroupId || !target.active)) throw notFound()
    const { rows } = await ticketsOf(tx, { contact: id }, { locale, before: undefined, size: 5 })
    return {
      contact,
      target: target && { id: target.id, name: target.name },
      count: bounded(await counted(tx, sql`select from ${tickets} where ${eq(tickets.mainContactId, id)}`)),
      newest: rows,
      losing: await seeing(tx, contact.companyId, id),
      gaining: await seeing(tx, to, id),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

async function movable(tx: Transaction, id: number, locale: string): Promise<ContactRecord> {
  const contact = await contactRecord(tx, id, locale)
  if (!contact.mayWrite) throw new AppError('forbidden')
  return contact
}

/** Contacts of the company, but this one, whose profile sees the tickets of the own company. */
async function seeing(tx: Transaction, company: number | null, but: number): Promise<BoundedCount> {
  if (company === null) return bounded(0)
  return bounded(
    await counted(
      tx,
      sql`select from contacts c join accounts a on a.contact_id = c.id
        where c.company_id = ${company} and c.id <> ${but} and c.active and not a.disabled
          and exists (select from engineer_roles er join roles r on r.id = er.role_id where er.engineer_id = a.profile_id and r.own_company)`,
    ),
  )
}

async function counted(tx: Transaction, rows: ReturnType<typeof sql>): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (${rows} limit ${BOUND + 1}) counted`,
  )
  return row?.count ?? 0
}

function bounded(count: number): BoundedCount {
  return { count: Math.min(count, BOUND), more: count > BOUND }
}
