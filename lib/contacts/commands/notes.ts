import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { companyRecord } from '#lib/companies/queries/record.ts'
import { customerNotes } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { NewNote } from '../input.ts'
import { contactRecord } from '../queries/record.ts'

type About = Pick<NewNote, 'about' | 'id'>

/** Keeps a note on a contact or a company. @throws AppError `not_found`, `forbidden` without write on the customer group */
export function addNote(viewer: EngineerViewer, { about, id, body }: NewNote): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireWrite(tx, { about, id })
    await tx.insert(customerNotes).values({ ...subjectOf({ about, id }), engineerId: viewer.engineer, body })
    await told(tx, viewer, 'note.added', { about, id })
  })
}

/** @throws AppError `not_found`, `forbidden` without write on the customer group */
export function removeNote(viewer: EngineerViewer, note: number, { about, id }: About): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireWrite(tx, { about, id })
    const column = about === 'contact' ? customerNotes.contactId : customerNotes.companyId
    const gone = await tx
      .delete(customerNotes)
      .where(and(eq(customerNotes.id, note), eq(column, id)))
      .returning({ id: customerNotes.id })
    if (gone.length === 0) throw notFound()
    await told(tx, viewer, 'note.removed', { about, id })
  })
}

async function requireWrite(tx: Transaction, { about, id }: About): Promise<void> {
  const { mayWrite } = about === 'contact' ? await contactRecord(tx, id, 'en') : await companyRecord(tx, id, 'en')
  if (!mayWrite) throw new AppError('forbidden')
}

function subjectOf({ about, id }: About) {
  return about === 'contact' ? { contactId: id } : { companyId: id }
}

/** What a note says stays out of the log, which is kept for good. */
async function told(tx: Transaction, viewer: EngineerViewer, action: string, { about, id }: About): Promise<void> {
  await record(
    { actorKind: 'engineer', actorId: viewer.engineer, action, subjectKind: about, subjectId: String(id) },
    tx,
  )
}
