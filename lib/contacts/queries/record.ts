import 'server-only'
import { eq } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import { companies, contactDetails, contacts, customerGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type CustomerRights, rightsIn } from './rights.ts'

export type ContactRecord = CustomerRights & {
  id: number
  name: string
  externalId: string | null
  active: boolean
  customerGroupId: number
  groupKey: string
  group: string
  companyId: number | null
  company: string | null
  email: string | null
  locale: string | null
  fields: Record<string, unknown>
  createdAt: Date
}

/** @throws AppError `not_found` alike for an unknown contact and for one of a group that the engineer may not read (V8) */
export async function contactRecord(tx: Transaction, id: number, locale: string): Promise<ContactRecord> {
  const [found] = await tx
    .select({
      id: contacts.id,
      name: contacts.name,
      externalId: contacts.externalId,
      active: contacts.active,
      customerGroupId: contacts.customerGroupId,
      groupKey: customerGroups.key,
      group: labelIn(customerGroups.labels, locale),
      companyId: contacts.companyId,
      company: companies.name,
      email: contactDetails.email,
      locale: contactDetails.locale,
      fields: contactDetails.fields,
      createdAt: contacts.createdAt,
      ...rightsIn(contacts.customerGroupId),
    })
    .from(contacts)
    .innerJoin(customerGroups, eq(customerGroups.id, contacts.customerGroupId))
    .leftJoin(companies, eq(companies.id, contacts.companyId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .where(eq(contacts.id, id))
  if (!found) throw notFound()
  return { ...found, fields: found.fields ?? {} }
}

/** What a form shows and may overwrite, for its version. */
export function toldContact({ name, externalId, email, locale, fields }: ContactRecord) {
  return { name, externalId, email, locale, fields }
}
