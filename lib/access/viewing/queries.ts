import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { contacts } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

export type Viewable = {
  id: number
  name: string
  /** *Modify accounts* on the contact's group, which viewing as it needs. */
  mayView: boolean
}

/** @throws AppError `not_found` for a contact that the engineer may not read */
export function viewableContact(viewer: EngineerViewer, id: number): Promise<Viewable> {
  return asViewer(viewer, async (tx) => {
    const [contact] = await tx
      .select({
        id: contacts.id,
        name: contacts.name,
        mayView: sql<boolean>`${contacts.customerGroupId} = any (viewer_ids('account_groups'))`,
      })
      .from(contacts)
      .where(eq(contacts.id, id))
    if (!contact) throw notFound()
    return contact
  })
}
