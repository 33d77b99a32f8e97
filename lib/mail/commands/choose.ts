import 'server-only'
import { eq } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { contactDetails, engineerWishes } from '#lib/db/schema/index.ts'
import { asViewer, ownerOf, type Transaction } from '#lib/db/transaction.ts'
import { asPerson } from '#lib/jobs/as.ts'
import type { MailChoice } from '../input.ts'
import { CHOICES, DESK_CHOICES } from '../kinds.ts'
import { readFarewell } from '../unsubscribe.ts'

/** Keeps which mails somebody wants and when; mails about the own password come whatever is chosen. */
export function chooseMails(
  viewer: SignedInViewer,
  { wanted, rhythm, hour, quiet, timeZone }: MailChoice,
): Promise<void> {
  const choices = viewer.kind === 'contact' ? CHOICES : DESK_CHOICES
  const wishes = {
    mutedMails: choices.filter((choice) => !wanted.includes(choice)),
    mailRhythm: rhythm,
    mailHour: hour,
    quietFrom: quiet?.from ?? null,
    quietUntil: quiet?.until ?? null,
    timeZone,
  }
  return asViewer(viewer, (tx) => keep(tx, viewer, wishes))
}

/**
 * Ends the kinds of mail that a link in one of them names, for whoever holds the link: no session is asked for. False for a link
 * that is not ours. Who may not come in any more gets no mails anyhow.
 */
export async function unsubscribe(token: string, address: string): Promise<boolean> {
  const farewell = readFarewell(token)
  if (!farewell) return false
  const { kind, owner, choices } = farewell
  await asPerson(kind, owner, async (tx, viewer) => {
    const held = await mutedBy(tx, viewer)
    const mutedMails = [...new Set([...held, ...choices])]
    if (mutedMails.length === held.length) return
    await keep(tx, viewer, { mutedMails })
    const subject = { subjectKind: kind, subjectId: String(owner) }
    await record(
      { actorKind: kind, actorId: owner, action: 'mail.unsubscribed', ...subject, address, after: { choices } },
      tx,
    )
  })
  return true
}

async function mutedBy(tx: Transaction, viewer: SignedInViewer): Promise<string[]> {
  const [held] =
    viewer.kind === 'contact'
      ? await tx
          .select({ muted: contactDetails.mutedMails })
          .from(contactDetails)
          .where(eq(contactDetails.contactId, viewer.contact))
      : await tx
          .select({ muted: engineerWishes.mutedMails })
          .from(engineerWishes)
          .where(eq(engineerWishes.engineerId, viewer.engineer))
  return held?.muted ?? []
}

type Wishes = Omit<Partial<typeof engineerWishes.$inferInsert>, 'engineerId'>

async function keep(tx: Transaction, viewer: SignedInViewer, wishes: Wishes): Promise<void> {
  if (viewer.kind === 'contact')
    await tx
      .insert(contactDetails)
      .values({ contactId: viewer.contact, ...wishes })
      .onConflictDoUpdate({ target: contactDetails.contactId, set: wishes })
  else
    await tx
      .insert(engineerWishes)
      .values({ engineerId: ownerOf(viewer), ...wishes })
      .onConflictDoUpdate({ target: engineerWishes.engineerId, set: wishes })
}
