import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { companyRecord } from '#lib/companies/queries/record.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type Alike, contactsLike } from './alike.ts'
import { type CustomerGroup, customerGroupsOf } from './groups.ts'
import { type ContactRecord, contactRecord, toldContact } from './record.ts'

export type ContactForm = {
  contact: ContactRecord
  version: string
  model: DataModel
  alike: Alike[]
  nav: DeskNav
}

/** The form of a contact. @throws AppError `not_found`, `forbidden` without write on the customer group */
export function contactForm(viewer: EngineerViewer, id: number, locale: string): Promise<ContactForm> {
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, locale)
    if (!contact.mayWrite) throw new AppError('forbidden')
    return {
      contact,
      version: versionOf(toldContact(contact)),
      model: await dataModelOf(tx, contact.customerGroupId),
      alike: await contactsLike(tx, contact),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

export type NewContactForm = {
  group: CustomerGroup
  company: { id: number; name: string } | null
  model: DataModel
  nav: DeskNav
}

/**
 * The form for a new contact of a customer group, with its company where the address names one of that group.
 * @throws AppError `not_found`, `forbidden` without write on the customer group
 */
export function newContactForm(
  viewer: EngineerViewer,
  key: string,
  { company, locale }: { company: number | undefined; locale: string },
): Promise<NewContactForm> {
  return asViewer(viewer, async (tx) => {
    const group = await writableGroup(tx, key, locale)
    const found = company === undefined ? null : await companyRecord(tx, company, locale)
    if (found && found.customerGroupId !== group.id) throw notFound()
    return {
      group,
      company: found && { id: found.id, name: found.name },
      model: await dataModelOf(tx, group.id),
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

/** @throws AppError `not_found`, `forbidden` without write on the customer group */
export async function writableGroup(tx: Transaction, key: string, locale: string): Promise<CustomerGroup> {
  const group = (await customerGroupsOf(tx, locale)).find((one) => one.key === key)
  if (!group) throw notFound()
  if (!group.mayWrite) throw new AppError('forbidden')
  return group
}

/** The customer groups in which the engineer may make contacts and companies. */
export function groupChoice(
  viewer: EngineerViewer,
  locale: string,
): Promise<{ groups: CustomerGroup[]; nav: DeskNav }> {
  return asViewer(viewer, async (tx) => {
    const groups = await customerGroupsOf(tx, locale)
    return { groups: groups.filter(({ mayWrite }) => mayWrite), nav: await deskNav(tx, viewer, locale) }
  })
}
