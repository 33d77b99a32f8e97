import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type ContactRecord, contactRecord } from './record.ts'

/** Whether a contact could be deleted. @throws AppError `not_found`, `forbidden` without delete on the customer group */
export function contactDeletion(
  viewer: EngineerViewer,
  id: number,
  locale: string,
): Promise<{ contact: ContactRecord; held: boolean; nav: DeskNav }> {
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, locale)
    if (!contact.mayDelete) throw new AppError('forbidden')
    const [row] = await tx.execute<{ held: boolean }>(sql`select hangs_on_contact(${id}) as held`)
    return { contact, held: row?.held ?? true, nav: await deskNav(tx, viewer, locale) }
  })
}
