import 'server-only'
import { and, eq, ne, or, sql } from 'drizzle-orm'
import { companies, contactDetails, contacts } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { isSimilarName } from '../similar.ts'

export type Alike = { id: number; name: string; company: string | null; email: string | null; reason: 'email' | 'name' }
type Known = { id: number; name: string; email: string | null; customerGroupId: number }

/** Contacts that may be the same person: the same address anywhere, or a very similar name in the same group; at most ten. */
export async function contactsLike(tx: Transaction, contact: Known): Promise<Alike[]> {
  const alikeNames = sql`${contacts.id} in (select found_id from contacts_named_alike(${contact.customerGroupId}, ${contact.name}, 200))`
  const found = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      company: companies.name,
      email: contactDetails.email,
      named: sql<boolean>`${alikeNames}`,
    })
    .from(contacts)
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(
      and(
        ne(contacts.id, contact.id),
        or(
          alikeNames,
          contact.email
            ? sql`${contacts.id} in (select found_id from search_contacts(${contact.email}, null, null, null, null, 50))`
            : undefined,
        ),
      ),
    )
    .orderBy(contacts.name, contacts.id)
    .limit(220)
  return found
    .flatMap(({ named, ...one }): Alike[] => {
      const address = contact.email && one.email?.toLowerCase() === contact.email.toLowerCase()
      if (address) return [{ ...one, reason: 'email' }]
      return named && isSimilarName(one.name, contact.name) ? [{ ...one, reason: 'name' }] : []
    })
    .slice(0, 10)
}
