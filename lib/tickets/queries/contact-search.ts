import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { idsByName } from '#lib/contacts/queries/by-name.ts'
import { companies, contactDetails, contacts } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { type TicketHead, ticketHead } from './ticket-head.ts'

/** So many contacts are offered for some words. */
export const OFFERED = 20

export type FoundContact = { id: number; name: string; company: string | null; email: string | null }
export type ContactSearch = { found: FoundContact[]; more: boolean }

/** Contacts that the words find, by name, as a rule only active ones; none without words. */
export async function findContacts(
  tx: Transaction,
  words: string,
  active: 'yes' | 'all' = 'yes',
): Promise<ContactSearch> {
  const q = words.trim().slice(0, 200)
  if (q === '') return { found: [], more: false }
  const view = { q, active, group: undefined, after: undefined, before: undefined }
  const rows = await tx
    .select({ id: contacts.id, name: contacts.name, company: companies.name, email: contactDetails.email })
    .from(contacts)
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(sql`${contacts.id} in (${idsByName('contacts', view, { group: undefined, limit: OFFERED + 1 })})`)
    .orderBy(contacts.name, contacts.id)
  return { found: rows.slice(0, OFFERED), more: rows.length > OFFERED }
}

export type ContactChoice = TicketHead & ContactSearch & { participants: number[]; nav: DeskNav }

/** For the pages on which a contact is chosen for a ticket. @throws AppError `not_found` */
export function contactChoice(
  viewer: EngineerViewer,
  { number, words, locale }: { number: number; words: string; locale: string },
): Promise<ContactChoice> {
  return asViewer(viewer, async (tx) => {
    const ticket = await ticketHead(tx, number, locale)
    const rows = await tx.execute<{ contact_id: string }>(
      sql`select contact_id from participants where ticket_id = ${ticket.id} limit 200`,
    )
    return {
      ...ticket,
      ...(await findContacts(tx, words)),
      participants: rows.map(({ contact_id }) => Number(contact_id)),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}
