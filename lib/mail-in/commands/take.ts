import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { ContactViewer } from '#lib/access/viewer.ts'
import { fileLimits } from '#lib/attachments/limits.ts'
import { contactDetails, mailsIn } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem, goOnAs } from '#lib/jobs/as.ts'
import type { Held } from '../judge.ts'
import type { Mail } from '../mail.ts'
import { addAsComment, numberOf } from './add.ts'
import { forget, type KeptFile, keepFiles, withinLimits } from './files.ts'
import { type Row, writeDown } from './rows.ts'

/**
 * Writes the mail down and makes it a comment, in one transaction and as the contact: both happen, or neither. Returns why not,
 * where address or rights do not agree.
 * @throws AppError `unavailable`, `storage_full`
 */
export async function takeMail(
  row: Row,
  mail: Mail,
  path: string,
  about: { contact: number; ticket: number },
): Promise<'taken' | 'known' | Held> {
  const limits = await fileLimits()
  if (!withinLimits(mail.files, limits).every(Boolean)) return 'files'
  const files = await keepFiles(path, mail.files, limits)
  const outcome = await attempt(row, mail, files, about)
  if (outcome !== 'taken') await forget(files)
  return outcome
}

async function attempt(row: Row, mail: Mail, files: KeptFile[], about: { contact: number; ticket: number }) {
  try {
    return await asSystem(async (tx) => {
      const ids = { contactId: about.contact, ticketId: about.ticket }
      const written = await writeDown(tx, { ...row, ...ids, state: 'taken' })
      if (written === undefined) return 'known'
      const viewer = await goOnAs(tx, 'contact', about.contact)
      if (viewer?.kind !== 'contact') throw new Refused('noAccess')
      if ((await addressOf(tx, viewer)) !== row.sender) throw new Refused('foreignSender')
      const number = await numberOf(tx, about.ticket)
      const entry = await addAsComment(tx, viewer, number, { digest: row.digest, text: mail.text, files })
      await tx.execute(sql`select act_as_system()`)
      await tx.update(mailsIn).set({ entryId: entry }).where(eq(mailsIn.id, written))
      return 'taken'
    })
  } catch (error) {
    if (error instanceof Refused) return error.reason
    const reason = error instanceof AppError ? REASONS[error.code] : undefined
    if (!reason) throw error
    return reason
  }
}

/** Takes the transaction back, which has written the mail down already. */
class Refused extends Error {
  readonly reason: Held
  constructor(reason: Held) {
    super(reason)
    this.reason = reason
  }
}

const REASONS: Partial<Record<AppError['code'], Held>> = {
  not_found: 'invisible',
  forbidden: 'forbidden',
  conflict: 'closed',
  invalid: 'empty',
}

async function addressOf(tx: Transaction, viewer: ContactViewer): Promise<string | undefined> {
  const [own] = await tx
    .select({ email: contactDetails.email })
    .from(contactDetails)
    .where(eq(contactDetails.contactId, viewer.contact))
  return own?.email?.trim().toLowerCase()
}
