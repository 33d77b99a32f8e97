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
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const ticket = await commentable(tx, input.number)
      const [textClass] = await tx
        .select({ id: textClasses.id })
        .from(queues)
        .innerJoin(textClasses, eq(textClasses.id, queues.customerTextClassId))
        .where(and(eq(queues.id, ticket.queueId), eq(textClasses.customerVisible, true)))
      if (!textClass) throw new AppError('forbidden')
      const purpose = purposeText({ kind: 'comment', number: input.number })
      const entry = await write(tx, viewer, { ticket: ticket.id, textClass: textClass.id, body: input.body, purpose })
      await tx
        .insert(readMarks)
        .values({ contactId: viewer.contact, ticketId: ticket.id, readAt: sql`clock_timestamp()` })
        .onConflictDoUpdate({
          target: [readMarks.contactId, readMarks.ticketId],
          set: { readAt: sql`clock_timestamp()` },
        })
      return { number: input.number, entry, customerVisible: true }
    }),
  )
}

/**
 * Adds an engineer's entry in one of the queue's text classes.
 * @throws AppError as `commentOnTicket`; `invalid` for a class that the queue does not list
 */
export function answerTicket(viewer: EngineerViewer, input: AnswerInput): Promise<Written> {
  return asViewer(viewer, (tx) =>
    once(tx, viewer, input.key, async () => {
      const ticket = await commentable(tx, input.number)
      const [textClass] = await tx
        .select({ id: textClasses.id, customerVisible: textClasses.customerVisible })
        .from(queueTextClasses)
        .innerJoin(textClasses, eq(textClasses.id, queueTextClasses.textClassId))
        .where(and(eq(queueTextClasses.queueId, ticket.queueId), eq(textClasses.key, input.textClass)))
      if (!textClass) throw new AppError('invalid', { fields: { textClass: 'textClassMissing' } })
      const purpose = purposeText({ kind: 'answer', number: input.number })
      const entry = await write(tx, viewer, { ticket: ticket.id, textClass: textClass.id, body: input.body, purpose })
      await mention(tx, viewer, { ticket: ticket.id, entry, engineers: input.notify ?? [], body: input.body })
      return { number: input.number, entry, customerVisible: textClass.customerVisible }
    }),
  )
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
  { ticket, textClass, body, purpose }: { ticket: number; textClass: number; body: string; purpose: string },
): Promise<number> {
  if (body === '' && !(await hasDraftFiles(tx, viewer, purpose))) {
    throw new AppError('invalid', { fields: { body: 'commentMissing' } })
  }
  const entry = await addEntry(tx, viewer, { ticketId: ticket, kind: 'comment', textClassId: textClass, body })
  await takeDraft(tx, viewer, purpose, entry)
  return entry
}
