import 'server-only'
import { sql } from 'drizzle-orm'
import { idsByName } from '#lib/contacts/queries/by-name.ts'
import { companies } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { type FoundContact, findContacts, OFFERED } from './contact-search.ts'
import type { DeskView } from './desk-view.ts'

/** Whom the words of a filter may mean; at most so many of each as a search offers. */
export type CustomerPicks = {
  contacts: FoundContact[]
  companies: { id: number; name: string }[]
  /** There are others whom the words find. */
  more: boolean
}

/** Contacts and companies that the words find, active or not. */
export async function customersNamed(tx: Transaction, words: string): Promise<CustomerPicks> {
  const view = { q: words, active: 'all' as const, group: undefined, after: undefined, before: undefined }
  const contacts = await findContacts(tx, words, 'all')
  const found = await tx
    .select({ id: companies.id, name: companies.name })
    .from(companies)
    .where(sql`${companies.id} in (${idsByName('companies', view, { group: undefined, limit: OFFERED + 1 })})`)
    .orderBy(companies.name, companies.id)
  return {
    contacts: contacts.found,
    companies: found.slice(0, OFFERED),
    more: contacts.more || found.length > OFFERED,
  }
}

/** The filter that the words mean, where only one is found; undefined where somebody has to choose. */
export function onlyPick({ contacts, companies, more }: CustomerPicks): Partial<DeskView> | undefined {
  const [contact] = contacts
  const [company] = companies
  if (more || contacts.length + companies.length !== 1) return undefined
  return { contact: contact?.id, company: company?.id, customer: undefined }
}
