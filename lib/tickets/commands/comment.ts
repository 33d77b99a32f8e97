import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { ContactViewer, EngineerViewer, SignedInViewer } from '#lib/access/viewer.ts'
import { once } from '#lib/db/once.ts'
import { queues, queueTextClasses, readMarks, textClasses, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { AnswerInput, CommentInput } from '../input.ts'
import { addEntry, hasDraftFiles, takeDraft } from './entry.ts'
import { mention } from './mention.ts'

export type Written = { number: number; entry: number; customerVisible: boolean }

/**
 * Adds a customer's comment, with the files of its draft, in the queue's class for customers.
 * @throws AppError `not_found`, `forbidden` without append or with a read-only share, `conflict` where the status takes
 * no comments or the ticket was merged, `invalid` without text and file
 */
export function commentOnTicket(viewer: ContactViewer, input: CommentInput): Promise<Written> {
  const { number, body } = input
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const purpose = purposeText({ kind: 'comment', number })
      const entry = await writeComment(tx, viewer, { number, body, purpose, kind: 'comment' })
      return { number, entry, customerVisible: true }
    }),
  )
}

type Text = { number: number; body: string; purpose: string; kind: 'comment' | 'mail_in' }

/** The same within a transaction that acts as the contact; `purpose` names the draft whose files it takes. Returns the entry. */
export async function writeComment(tx: Transaction, viewer: ContactViewer, text: Text): Promise<number> {
  const ticket = await commentable(tx, text.number)
  const [textClass] = await tx
    .select({ id: textClasses.id })
    .from(queues)
    .innerJoin(textClasses, eq(textClasses.id, queues.customerTextClassId))
    .where(and(eq(queues.id, ticket.queueId), eq(textClasses.customerVisible, true)))
  if (!textClass) throw new AppError('forbidden')
  const entry = await write(tx, viewer, { ...text, ticket: ticket.id, textClass: textClass.id })
  await tx
    .insert(readMarks)
    .values({ contactId: viewer.contact, ticketId: ticket.id, readAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [readMarks.contactId, readMarks.ticketId],
      set: { readAt: sql`clock_timestamp()` },
    })
  return entry
}

/**
 * Adds an engineer's entry in one of the queue's text classes.
 * @throws AppError as `commentOnTicket`; `invalid` for a class that the queue does not list
 */
export function answerTicket(viewer: EngineerViewer, input: AnswerInput): Promise<Written> {
  const { number, body, textClass, notify = [] } = input
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const purpose = purposeText({ kind: 'answer', number })
      const written = await writeAnswer(tx, viewer, { number, body, purpose, kind: 'comment', textClass })
      await mention(tx, viewer, { ticket: written.ticket, entry: written.entry, engineers: notify, body })
      return { number, entry: written.entry, customerVisible: written.customerVisible }
    }),
  )
}

/** The same within a transaction that acts as the engineer, without calling anybody. */
export async function writeAnswer(tx: Transaction, viewer: EngineerViewer, text: Text & { textClass: string }) {
  const ticket = await commentable(tx, text.number)
  const [textClass] = await tx
    .select({ id: textClasses.id, customerVisible: textClasses.customerVisible })
    .from(queueTextClasses)
    .innerJoin(textClasses, eq(textClasses.id, queueTextClasses.textClassId))
    .where(and(eq(queueTextClasses.queueId, ticket.queueId), eq(textClasses.key, text.textClass)))
  if (!textClass) throw new AppError('invalid', { fields: { textClass: 'textClassMissing' } })
  const entry = await write(tx, viewer, { ...text, ticket: ticket.id, textClass: textClass.id })
  return { ticket: ticket.id, entry, customerVisible: textClass.customerVisible }
}

async function commentable(tx: Transaction, number: number) {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      queueId: tickets.queueId,
      mayComment: sql<boolean>`may_comment(${tickets.id})`,
      acceptsComments: sql<boolean>`${tickets.mergedIntoId} is null
        and (select s.accepts_comments from statuses s where s.id = ${tickets.statusId})`,
    })
    .from(tickets)
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  if (!ticket.acceptsComments) throw new AppError('conflict', { fields: { body: 'commentClosed' } })
  if (!ticket.mayComment) throw new AppError('forbidden')
  return ticket
}

async function write(
  tx: Transaction,
  viewer: SignedInViewer,
  { ticket, textClass, body, purpose, kind }: Omit<Text, 'number'> & { ticket: number; textClass: number },
): Promise<number> {
  if (body === '' && !(await hasDraftFiles(tx, viewer, purpose))) {
    throw new AppError('invalid', { fields: { body: 'commentMissing' } })
  }
  const entry = await addEntry(tx, viewer, { ticketId: ticket, kind, textClassId: textClass, body })
  await takeDraft(tx, viewer, purpose, entry)
  return entry
}
