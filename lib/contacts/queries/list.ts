import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { accounts, companies, contactDetails, contacts, customerGroups } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { countWaiting } from '#lib/registration/queries/waiting.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { pageOf } from '#lib/tickets/view.ts'
import type { CustomerListView, CustomerPage } from '../customer-list.ts'
import { idsByName, readsBackwards } from './by-name.ts'
import { type CustomerGroup, customerGroupsOf } from './groups.ts'
import { contactsWaiting } from './waiting.ts'

export type ContactRow = {
  id: number
  name: string
  active: boolean
  companyId: number | null
  company: string | null
  group: string
  email: string | null
  login: string | null
  /** Whether the contact can sign in, as far as its account says; null without one. */
  portal: 'ready' | 'noProfile' | 'disabled' | 'neverSignedIn' | null
  lastSignInAt: Date | null
  /** While failed sign-ins make it wait. */
  waitsUntil: Date | null
  cursor: string
}

export type ContactList = CustomerPage<ContactRow> & {
  nav: DeskNav
  groups: CustomerGroup[]
  /** How many who registered wait for the engineer, up to a hundred. */
  registrations: number
  /** The view that was really shown: a group that the engineer may not read is as unknown as one that does not exist. */
  view: CustomerListView
}

/** A page of the contacts that the engineer may read, by name; in one transaction. */
export function contactList(
  viewer: EngineerViewer,
  asked: CustomerListView,
  locale: string,
  size = 50,
): Promise<ContactList> {
  return asViewer(viewer, async (tx) => {
    const groups = await customerGroupsOf(tx, locale)
    const group = groups.find(({ key }) => key === asked.group)
    const view = { ...asked, group: group?.key }
    const backwards = readsBackwards(view)
    const direction = backwards ? sql`desc` : sql`asc`
    const found = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        active: contacts.active,
        companyId: contacts.companyId,
        company: companies.name,
        group: labelIn(customerGroups.labels, locale),
        email: contactDetails.email,
        login: accounts.login,
        portal: sql<ContactRow['portal']>`case when ${accounts.contactId} is null then null
          when ${accounts.disabled} then 'disabled' when ${accounts.profileId} is null then 'noProfile'
          when ${accounts.lastSignInAt} is null then 'neverSignedIn' else 'ready' end`,
        lastSignInAt: accounts.lastSignInAt,
        cursor: sql<string>`${contacts.id} || '.' || ${contacts.name}`,
      })
      .from(contacts)
      .innerJoin(customerGroups, eq(customerGroups.id, contacts.customerGroupId))
      .leftJoin(companies, eq(companies.id, contacts.companyId))
      .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
      .leftJoin(accounts, eq(accounts.contactId, contacts.id))
      .where(sql`${contacts.id} in (${idsByName('contacts', view, { group: group?.id, limit: size + 1 })})`)
      .orderBy(sql`${contacts.name} ${direction}`, sql`${contacts.id} ${direction}`)
    const { rows, newer, older } = pageOf(found, size, { before: view.after, after: backwards })
    const waiting = await contactsWaiting(
      tx,
      rows.map(({ id }) => id),
    )
    return {
      rows: rows.map((row) => ({ ...row, waitsUntil: waiting.get(row.id) ?? null })),
      previous: view.q ? undefined : newer,
      next: older,
      groups,
      registrations: await countWaiting(tx),
      view,
      nav: await deskNav(tx, viewer, locale),
    }
  })
}
