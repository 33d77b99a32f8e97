import 'server-only'
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { fileLimits } from '#lib/attachments/limits.ts'
import { fileAt } from '#lib/attachments/store.ts'
import { contacts, engineers, mailsIn, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { withinLimits } from '../commands/files.ts'
import type { MailFile } from '../mail.ts'
import { ownWords } from '../own-words.ts'
import { readMail } from '../read.ts'

/** The views of the list: what waits, what became an entry, what nobody wrote, what an engineer threw away. */
export const VIEWS = {
  held: ['held'],
  taken: ['taken', 'noted'],
  stopped: ['stopped'],
  discarded: ['discarded'],
} as const
export type View = keyof typeof VIEWS
export const MAILS_PER_PAGE = 50

const row = {
  id: mailsIn.id,
  sender: mailsIn.sender,
  senderName: mailsIn.senderName,
  subject: mailsIn.subject,
  state: mailsIn.state,
  reason: mailsIn.reason,
  createdAt: mailsIn.createdAt,
}
export type MailInRow = Pick<typeof mailsIn.$inferSelect, keyof typeof row>

/** The mails of a view, newest first; one more than a page, to tell whether there are others. */
export function mailsThatCameIn(
  viewer: EngineerViewer,
  { view, before }: { view: View; before?: number | undefined },
): Promise<MailInRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select(row)
      .from(mailsIn)
      .where(and(inArray(mailsIn.state, [...VIEWS[view]]), before === undefined ? undefined : lt(mailsIn.id, before)))
      .orderBy(desc(mailsIn.id))
      .limit(MAILS_PER_PAGE + 1),
  )
}

type Choice = { id: number; name: string }
export type MailInDetail = MailInRow & {
  bytes: number
  files: (MailFile & { fits: boolean })[]
  handledAt: Date | null
  handledBy: string | null
  note: string | null
  /** The ticket of its reply address, where the viewer sees it. */
  ticket: number | null
  contact: string | null
  /** In whose name it can become a comment: the contact of its reply address, and those with the sender's address. */
  writers: Choice[]
  /** Null where the mail is not kept, or belongs to a ticket that the viewer may not see. */
  content: { words: string; whole: string } | null
}

/** One mail that came in, with what it says. @throws AppError `not_found` */
export async function mailThatCameIn(viewer: EngineerViewer, id: number): Promise<MailInDetail> {
  const found = await asViewer(viewer, async (tx) => {
    const [mail] = await tx
      .select({
        ...row,
        bytes: mailsIn.bytes,
        files: mailsIn.files,
        handledAt: mailsIn.handledAt,
        handledBy: engineers.name,
        note: mailsIn.note,
        contactId: mailsIn.contactId,
        contact: contacts.name,
        ticket: tickets.number,
        storageKey: mailsIn.storageKey,
        readable: sql<boolean>`${mailsIn.ticketId} is null or ${tickets.id} is not null`,
      })
      .from(mailsIn)
      .leftJoin(engineers, eq(engineers.id, mailsIn.handledById))
      .leftJoin(contacts, eq(contacts.id, mailsIn.contactId))
      .leftJoin(tickets, eq(tickets.id, mailsIn.ticketId))
      .where(eq(mailsIn.id, id))
    if (!mail) throw notFound()
    return { ...mail, writers: mail.state === 'held' ? await writersOf(tx, mail) : [] }
  })
  const { storageKey, readable, contactId: _, ...mail } = found
  const fits = withinLimits(mail.files, await fileLimits())
  const files = mail.files.map((file, at) => ({ ...file, fits: fits[at] ?? false }))
  return { ...mail, files, content: readable && storageKey ? await contentOf(storageKey) : null }
}

async function writersOf(tx: Transaction, { contactId, sender }: { contactId: number | null; sender: string }) {
  const found = await tx.execute<{ id: string; name: string }>(sql`
    select c.id, c.name from contacts c
    where c.id = ${contactId} or c.id in (
      select e.contact_id from unnest(viewer_ids('read_groups')) g, contacts_with_email(g, array[${sender}]) e)
    order by c.id limit 20`)
  return found.map(({ id, name }) => ({ id: Number(id), name }))
}

async function contentOf(storageKey: string): Promise<MailInDetail['content']> {
  const mail = await readMail(fileAt(storageKey)).catch(() => null)
  return mail && { words: ownWords(mail.text), whole: mail.text.trim() }
}
