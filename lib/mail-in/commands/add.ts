import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { ContactViewer, EngineerViewer } from '#lib/access/viewer.ts'
import { attachments, drafts, entryOriginals, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { writeAnswer, writeComment } from '#lib/tickets/commands/comment.ts'
import { BODY_MAX } from '#lib/tickets/input.ts'
import { ownWords } from '../own-words.ts'
import type { KeptFile } from './files.ts'

/** What a mail brings to a ticket; `files` lie in the store already. */
export type Brought = { digest: string; text: string; files: readonly KeptFile[] }

const ORIGINAL_MAX = 200_000

/**
 * Adds a mail to a ticket as the contact's comment, by the command that the portal uses too; the transaction acts as that contact.
 * @throws AppError as `commentOnTicket`
 */
export async function addAsComment(
  tx: Transaction,
  viewer: ContactViewer,
  number: number,
  brought: Brought,
): Promise<number> {
  const purpose = await hang(tx, { contactId: viewer.contact }, brought)
  const entry = await writeComment(tx, viewer, { number, body: bodyOf(brought), purpose, kind: 'mail_in' })
  await keepOriginal(tx, entry, brought)
  return entry
}

/** Adds it as an engineer's entry in one of the queue's text classes. @throws AppError as `answerTicket` */
export async function addAsNote(
  tx: Transaction,
  viewer: EngineerViewer,
  { number, textClass, from }: { number: number; textClass: string; from: string },
  brought: Brought,
): Promise<number> {
  const purpose = await hang(tx, { engineerId: viewer.engineer }, brought)
  const body = `${from}\n\n${bodyOf(brought)}`.trim().slice(0, BODY_MAX)
  const { entry } = await writeAnswer(tx, viewer, { number, textClass, body, purpose, kind: 'mail_in' })
  await keepOriginal(tx, entry, brought)
  return entry
}

/** The number of a ticket by its id, where the viewer of the transaction sees it. @throws AppError `not_found` */
export async function numberOf(tx: Transaction, ticket: number): Promise<number> {
  const [found] = await tx.select({ number: tickets.number }).from(tickets).where(eq(tickets.id, ticket))
  if (!found) throw notFound()
  return found.number
}

const bodyOf = ({ text }: Brought) => ownWords(text).slice(0, BODY_MAX)

async function keepOriginal(tx: Transaction, entry: number, brought: Brought): Promise<void> {
  const whole = brought.text.trim()
  if (whole === bodyOf(brought)) return
  await tx.insert(entryOriginals).values({ entryId: entry, body: whole.slice(0, ORIGINAL_MAX) })
}

/** Hangs the files on a draft of its own, from which the entry takes them; a draft that somebody is writing is left alone. */
async function hang(
  tx: Transaction,
  owner: { contactId: number } | { engineerId: number },
  { digest, files }: Brought,
): Promise<string> {
  const purpose = `mail:${digest}`
  if (files.length === 0) return purpose
  const [draft] = await tx
    .insert(drafts)
    .values({ ...owner, purpose, updatedAt: sql`now()` })
    .returning({ id: drafts.id })
  if (draft) await tx.insert(attachments).values(files.map((file) => ({ ...file, draftId: draft.id })))
  return purpose
}
