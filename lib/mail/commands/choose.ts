import 'server-only'
import type { ContactViewer } from '#lib/access/viewer.ts'
import { contactDetails } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { CHOICES, type Choice } from '../kinds.ts'

/** Keeps which mails the contact wants; mails about its password come whatever it chooses. */
export function chooseMails(viewer: ContactViewer, wanted: readonly Choice[]): Promise<void> {
  const mutedMails = CHOICES.filter((choice) => !wanted.includes(choice))
  return asViewer(viewer, async (tx) => {
    await tx
      .insert(contactDetails)
      .values({ contactId: viewer.contact, mutedMails })
      .onConflictDoUpdate({ target: contactDetails.contactId, set: { mutedMails } })
  })
}
