import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { fileLimits } from '#lib/attachments/limits.ts'
import { fileAt, removeStored } from '#lib/attachments/store.ts'
import { record } from '#lib/audit/commands.ts'
import { contacts, mailsIn, queueTextClasses, textClasses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, type FieldProblems } from '#lib/errors.ts'
import { goOnAs } from '#lib/jobs/as.ts'
import type { AcceptInput, DiscardInput } from '../input.ts'
import { readMail } from '../read.ts'
import { addAsComment, addAsNote, type Brought } from './add.ts'
import { forget, keepFiles } from './files.ts'

type Kept = { digest: string; storageKey: string; sender: string; senderName: string }

/**
 * Makes a mail that is held a comment of the contact whom the engineer names, or an internal note of the engineer's own; files
 * beyond the limits are left out. Engineer and contact both need the right to write in the ticket.
 * @throws AppError `invalid` with the field, `conflict` where it was handled meanwhile, or too large to be kept
 */
export async function acceptMail(viewer: EngineerViewer, input: AcceptInput): Promise<number> {
  const kept = await keptMail(viewer, input.mail)
  const path = fileAt(kept.storageKey)
  const mail = await readMail(path)
  const files = await keepFiles(path, mail.files, await fileLimits())
  try {
    await asViewer(viewer, async (tx) => {
      await lockHeld(tx, input.mail)
      const entry = await write(tx, viewer, input, kept, { digest: kept.digest, text: mail.text, files })
      await settle(tx, viewer, { mail: input.mail, state: input.as === 'note' ? 'noted' : 'taken', entryId: entry })
      const after = { ticket: input.ticket, as: input.as, contact: input.contact }
      await tell(tx, viewer, { action: 'mail_in.accepted', mail: input.mail, after })
    })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'unavailable')) await forget(files)
    throw error
  }
  await removeStored(kept.storageKey)
  return input.ticket
}

/** Throws a mail that is held away, and says why. @throws AppError `conflict` where it was handled meanwhile */
export async function discardMail(viewer: EngineerViewer, { mail, note }: DiscardInput): Promise<void> {
  const storageKey = await asViewer(viewer, async (tx) => {
    const held = await lockHeld(tx, mail)
    await settle(tx, viewer, { mail, state: 'discarded', note })
    await tell(tx, viewer, { action: 'mail_in.discarded', mail, after: { note } })
    return held
  })
  if (storageKey) await removeStored(storageKey)
}

/** The ticket has to take it from the engineer first; then the contact's own rights decide. */
async function write(tx: Transaction, viewer: EngineerViewer, input: AcceptInput, kept: Kept, brought: Brought) {
  const [ticket] = await tx
    .select({ queueId: tickets.queueId, mayComment: sql<boolean>`may_comment(${tickets.id})` })
    .from(tickets)
    .where(eq(tickets.number, input.ticket))
  if (!ticket) throw invalid({ ticket: 'unknown' })
  if (!ticket.mayComment) throw invalid({ ticket: 'ticketForbidden' })
  if (input.as === 'note') {
    const textClass = await internalClass(tx, ticket.queueId)
    if (!textClass) throw invalid({ as: 'noInternalClass' })
    const from = [kept.senderName, kept.sender && `<${kept.sender}>`].filter(Boolean).join(' ')
    return refusedAt({ conflict: { ticket: 'ticketForbidden' }, invalid: { as: 'empty' } }, () =>
      addAsNote(tx, viewer, { number: input.ticket, textClass, from }, brought),
    )
  }
  const contact = input.contact ?? 0
  const [known] = await tx.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, contact))
  if (!known) throw invalid({ contact: 'unknown' })
  const writer = await goOnAs(tx, 'contact', contact)
  if (writer?.kind !== 'contact') throw invalid({ contact: 'contactRefused' })
  const refusals = { not_found: { contact: 'contactForbidden' }, forbidden: { contact: 'contactForbidden' } }
  const entry = await refusedAt(
    { ...refusals, conflict: { ticket: 'ticketForbidden' }, invalid: { as: 'empty' } },
    () => addAsComment(tx, writer, input.ticket, brought),
  )
  if (!(await goOnAs(tx, 'engineer', viewer.engineer))) throw new AppError('session_ended')
  return entry
}

const invalid = (fields: FieldProblems) => new AppError('invalid', { fields })

/** A refusal as a problem of the field that it is about. */
async function refusedAt<T>(
  fields: Partial<Record<AppError['code'], FieldProblems>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const at = error instanceof AppError ? fields[error.code] : undefined
    throw at ? invalid(at) : error
  }
}

async function internalClass(tx: Transaction, queueId: number): Promise<string | undefined> {
  const [found] = await tx
    .select({ key: textClasses.key })
    .from(queueTextClasses)
    .innerJoin(textClasses, eq(textClasses.id, queueTextClasses.textClassId))
    .where(and(eq(queueTextClasses.queueId, queueId), eq(textClasses.customerVisible, false)))
    .orderBy(textClasses.id)
    .limit(1)
  return found?.key
}

async function keptMail(viewer: EngineerViewer, id: number): Promise<Kept> {
  return asViewer(viewer, async (tx) => {
    await lockHeld(tx, id)
    const [mail] = await tx
      .select({
        digest: mailsIn.digest,
        storageKey: mailsIn.storageKey,
        sender: mailsIn.sender,
        senderName: mailsIn.senderName,
      })
      .from(mailsIn)
      .where(eq(mailsIn.id, id))
    if (!mail?.storageKey) throw new AppError('conflict', { detail: { reason: 'notKept' } })
    return { ...mail, storageKey: mail.storageKey }
  })
}

async function lockHeld(tx: Transaction, id: number): Promise<string | null> {
  await requireAdministrator(tx)
  const [held] = await tx
    .select({ storageKey: mailsIn.storageKey })
    .from(mailsIn)
    .where(and(eq(mailsIn.id, id), eq(mailsIn.state, 'held')))
    .for('update')
  if (!held) throw new AppError('conflict', { detail: { reason: 'handled' } })
  return held.storageKey
}

async function settle(
  tx: Transaction,
  viewer: EngineerViewer,
  { mail, ...set }: { mail: number } & Pick<typeof mailsIn.$inferInsert, 'state' | 'entryId' | 'note'>,
): Promise<void> {
  await tx
    .update(mailsIn)
    .set({ ...set, fileId: null, storageKey: null, handledById: viewer.engineer, handledAt: sql`now()` })
    .where(eq(mailsIn.id, mail))
}

async function tell(
  tx: Transaction,
  { engineer }: EngineerViewer,
  { action, mail, after }: { action: string; mail: number; after: object },
): Promise<void> {
  await record(
    { actorKind: 'engineer', actorId: engineer, action, subjectKind: 'mail_in', subjectId: String(mail), after },
    tx,
  )
}
