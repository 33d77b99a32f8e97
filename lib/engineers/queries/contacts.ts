import 'server-only'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { accounts, companies, contacts, customerGroups, engineers } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { pageOf } from '#lib/tickets/view.ts'

export type ProfileContact = {
  id: number
  name: string
  login: string
  company: string | null
  group: string
  disabled: boolean
  lastSignInAt: Date | null
  cursor: string
}

export type ProfileContacts = {
  profile: { id: number; name: string; active: boolean }
  /** All who share the profile; the rows are those of them whose customer group the viewer may read. */
  total: number
  rows: ProfileContact[]
  newer: string | undefined
  older: string | undefined
}

/** A page of the contacts who share a profile, oldest first. @throws AppError `forbidden`, `not_found` also for an engineer */
export function profileContacts(
  viewer: EngineerViewer,
  id: number,
  view: { before?: string | undefined; after?: string | undefined },
  locale: string,
  size = 50,
): Promise<ProfileContacts> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const [profile] = await tx
      .select({
        id: engineers.id,
        name: engineers.name,
        active: engineers.active,
        total: sql<number>`contacts_of_profile(${engineers.id}, null)`,
      })
      .from(engineers)
      .where(and(eq(engineers.id, id), eq(engineers.isTrack, true)))
    if (!profile) throw notFound()
    const backwards = view.after !== undefined && view.before === undefined
    const direction = backwards ? desc : asc
    const found = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        login: accounts.login,
        company: companies.name,
        group: labelIn(customerGroups.labels, locale),
        disabled: accounts.disabled,
        lastSignInAt: accounts.lastSignInAt,
        cursor: sql<string>`${accounts.contactId}::text`,
      })
      .from(accounts)
      .innerJoin(contacts, eq(contacts.id, accounts.contactId))
      .innerJoin(customerGroups, eq(customerGroups.id, contacts.customerGroupId))
      .leftJoin(companies, eq(companies.id, contacts.companyId))
      .where(and(eq(accounts.profileId, id), beyond(view, backwards)))
      .orderBy(direction(accounts.contactId))
      .limit(size + 1)
    const { total, ...rest } = profile
    return { profile: rest, total, ...pageOf(found, size, { before: view.before, after: backwards }) }
  })
}

function beyond({ before, after }: { before?: string | undefined; after?: string | undefined }, backwards: boolean) {
  const id = backwards ? after : before
  if (id === undefined) return undefined
  const compared: SQL = backwards ? sql`<` : sql`>`
  return sql`${accounts.contactId} ${compared} ${id}::bigint`
}
