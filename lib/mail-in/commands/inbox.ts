import 'server-only'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { seal, unseal } from '#lib/auth/seal.ts'
import { mailInbox } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { AppError } from '#lib/errors.ts'
import type { InboxInput } from '../input.ts'
import { countMails, type MailboxProblem, problemOf } from '../mailbox.ts'
import { PASSWORD } from './poll.ts'

/**
 * Keeps how the mailbox is reached; it is looked into at once. Another server gets no password that was given for this one.
 * @throws AppError `invalid` with the field, `conflict` where somebody changed it meanwhile
 */
export function saveInbox(viewer: EngineerViewer, { password, version, active, ...given }: InboxInput): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const before = await lock(tx)
    const { sealedPassword, ...known } = before ?? {}
    if (before) requireVersion(known, version)
    const isSame = before?.host === given.host && before.login === given.login && before.security === given.security
    if (password === '' && !(sealedPassword && isSame))
      throw new AppError('invalid', { fields: { password: 'missing' } })
    const after = { ...given, active: active === 'on' }
    const sealed = password === '' ? String(sealedPassword) : seal(PASSWORD, password)
    const fresh = { nextPollAt: new Date(), leasedUntil: null, problem: null, lastError: null, failures: 0 }
    const row = { ...after, ...fresh, sealedPassword: sealed }
    await tx.insert(mailInbox).values(row).onConflictDoUpdate({ target: mailInbox.id, set: row })
    await tell(tx, viewer, { before: known, after: { ...after, ...(password === '' ? {} : { password: 'new' }) } })
  })
}

/** Forgets the mailbox; what came from it stays. */
export function removeInbox(viewer: EngineerViewer): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const before = await lock(tx)
    if (!before) return
    const { sealedPassword: _, ...known } = before
    await tx.delete(mailInbox)
    await tell(tx, viewer, { before: known })
  })
}

export type Trial = { waiting: number } | { problem: MailboxProblem; answer: string }

/** Signs in to the mailbox as it is kept and counts what lies there; changes nothing. @throws AppError `not_found` without one */
export async function tryInbox(viewer: EngineerViewer): Promise<Trial> {
  const inbox = await asViewer(viewer, lock)
  if (!inbox) throw new AppError('not_found')
  const { sealedPassword, ...mailbox } = inbox
  try {
    return { waiting: await countMails({ ...mailbox, password: unseal(PASSWORD, sealedPassword) ?? '' }) }
  } catch (error) {
    return problemOf(error)
  }
}

async function lock(tx: Transaction) {
  await requireAdministrator(tx)
  const [inbox] = await tx
    .select({
      active: mailInbox.active,
      host: mailInbox.host,
      port: mailInbox.port,
      security: mailInbox.security,
      login: mailInbox.login,
      folder: mailInbox.folder,
      doneFolder: mailInbox.doneFolder,
      sealedPassword: mailInbox.sealedPassword,
    })
    .from(mailInbox)
    .for('update')
  return inbox
}

async function tell(
  tx: Transaction,
  { engineer }: EngineerViewer,
  change: { before: object; after?: object },
): Promise<void> {
  const subject = { subjectKind: 'mail_inbox', subjectId: '1' }
  await record({ actorKind: 'engineer', actorId: engineer, action: 'mail_inbox.changed', ...subject, ...change }, tx)
}
