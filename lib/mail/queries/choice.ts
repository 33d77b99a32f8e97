import 'server-only'
import { eq } from 'drizzle-orm'
import type { ContactViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { contactDetails } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { CHOICES, type Choice } from '../kinds.ts'

/** The kinds of mail that the contact wants. */
export function wantedMails(viewer: ContactViewer | ViewingViewer): Promise<Choice[]> {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx
      .select({ muted: contactDetails.mutedMails })
      .from(contactDetails)
      .where(eq(contactDetails.contactId, viewer.contact))
    return CHOICES.filter((choice) => !own?.muted.includes(choice))
  })
}
