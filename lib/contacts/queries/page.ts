import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { type AccountCard, accountCard } from '#lib/accounts/queries/card.ts'
import { waysIn } from '#lib/auth/methods.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'
import { type Alike, contactsLike } from './alike.ts'
import { type CustomerNote, notesOn } from './notes.ts'
import { type ContactRecord, contactRecord } from './record.ts'
import { type CustomerTickets, ticketsOf } from './tickets.ts'

export type ContactPage = {
  contact: ContactRecord
  model: DataModel
  card: AccountCard
  tickets: CustomerTickets
  notes: CustomerNote[]
  /** Who may be the same person; asked for only after saving. */
  alike: Alike[]
  nav: DeskNav
}

/** Everything that the page of a contact shows, in one transaction. @throws AppError `not_found` (V8) */
export async function contactPage(
  viewer: EngineerViewer,
  id: number,
  { locale, before, compare }: { locale: string; before: string | undefined; compare: boolean },
): Promise<ContactPage> {
  const ways = await waysIn('contact')
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, locale)
    return {
      contact,
      model: await dataModelOf(tx, contact.customerGroupId),
      card: await accountCard(tx, id, { locale, ways }),
      tickets: await ticketsOf(tx, { contact: id }, { locale, before }),
      notes: await notesOn(tx, 'contact', id),
      alike: compare ? await contactsLike(tx, contact) : [],
      nav: await deskNav(tx, viewer, locale),
    }
  })
}
