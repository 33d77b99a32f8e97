import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { parseNameCursor } from '#lib/contacts/name-cursor.ts'
import { type CustomerNote, notesOn } from '#lib/contacts/queries/notes.ts'
import { type CustomerTickets, ticketsOf } from '#lib/contacts/queries/tickets.ts'
import { accounts, contactDetails, contacts } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { pageOf } from '#lib/tickets/view.ts'
import { type CompanyRecord, companyRecord } from './record.ts'

export type CompanyContact = {
  id: number
  name: string
  active: boolean
  email: string | null
  login: string | null
  cursor: string
}

export type CompanyPage = {
  company: CompanyRecord
  model: DataModel
  contacts: { rows: CompanyContact[]; next: string | undefined }
  tickets: CustomerTickets
  notes: CustomerNote[]
  nav: DeskNav
}

/** Everything that the page of a company shows, in one transaction. @throws AppError `not_found` (V8) */
export function companyPage(
  viewer: EngineerViewer,
  id: number,
  { locale, before, after }: { locale: string; before: string | undefined; after: string | undefined },
): Promise<CompanyPage> {
  return asViewer(viewer, async (tx) => {
    const company = await companyRecord(tx, id, locale)
    return {
      company,
      model: await dataModelOf(tx, company.customerGroupId),
      contacts: await contactsOf(tx, id, after),
      tickets: await ticketsOf(tx, { company: id }, { locale, before }),
      notes: await notesOn(tx, 'company', id),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

/** The contacts of a company by name, those that are not active too. */
async function contactsOf(tx: Transaction, company: number, after: string | undefined, size = 25) {
  const cursor = parseNameCursor(after)
  const found = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      active: contacts.active,
      email: contactDetails.email,
      login: accounts.login,
      cursor: sql<string>`${contacts.id} || '.' || ${contacts.name}`,
    })
    .from(contacts)
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .leftJoin(accounts, eq(accounts.contactId, contacts.id))
    .where(
      and(
        eq(contacts.companyId, company),
        cursor && sql`(${contacts.name}, ${contacts.id}) > (${cursor.name}, ${cursor.id}::bigint)`,
      ),
    )
    .orderBy(contacts.name, contacts.id)
    .limit(size + 1)
  const { rows, older } = pageOf(found, size, { before: after })
  return { rows, next: older }
}
