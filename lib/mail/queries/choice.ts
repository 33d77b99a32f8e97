import 'server-only'
import { eq } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { contactDetails, engineers, engineerWishes } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { serverTimeZone } from '#lib/i18n/formats.ts'
import { CHOICES, type Choice, DESK_CHOICES } from '../kinds.ts'
import type { MailTimes } from '../times.ts'

/** Which mails somebody wants, when, and where they go. */
export type MailWishes = { wanted: Choice[]; times: MailTimes; email: string | null }

export function mailWishesOf(viewer: SignedInViewer | ViewingViewer): Promise<MailWishes> {
  const choices: readonly Choice[] = viewer.kind === 'engineer' ? DESK_CHOICES : CHOICES
  return asViewer(viewer, async (tx) => {
    const held =
      viewer.kind === 'engineer' ? await ofEngineer(tx, viewer.engineer) : await ofContact(tx, viewer.contact)
    const { quietFrom: from = null, quietUntil: until = null } = held ?? {}
    return {
      wanted: choices.filter((choice) => !held?.mutedMails?.includes(choice)),
      times: {
        rhythm: held?.mailRhythm ?? 'at-once',
        hour: held?.mailHour ?? 8,
        quiet: from === null || until === null ? null : { from, until },
        timeZone: held?.timeZone ?? serverTimeZone(),
      },
      email: held?.email ?? null,
    }
  })
}

async function ofContact(tx: Transaction, id: number) {
  const { mutedMails, mailRhythm, mailHour, quietFrom, quietUntil, timeZone, email } = contactDetails
  const [held] = await tx
    .select({ mutedMails, mailRhythm, mailHour, quietFrom, quietUntil, timeZone, email })
    .from(contactDetails)
    .where(eq(contactDetails.contactId, id))
  return held
}

async function ofEngineer(tx: Transaction, id: number) {
  const { mutedMails, mailRhythm, mailHour, quietFrom, quietUntil, timeZone } = engineerWishes
  const [held] = await tx
    .select({ mutedMails, mailRhythm, mailHour, quietFrom, quietUntil, timeZone, email: engineers.email })
    .from(engineers)
    .leftJoin(engineerWishes, eq(engineerWishes.engineerId, engineers.id))
    .where(eq(engineers.id, id))
  return held
}
