import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '../audit/commands.ts'
import { asNobody } from '../db/transaction.ts'
import { asSystem } from '../jobs/as.ts'
import { enqueueJob } from '../jobs/commands.ts'
import { enqueueMail } from '../mail/commands/enqueue.ts'
import { type Attempt, accountKey } from './back-off.ts'
import { normalLogin } from './login.ts'
import { seal, unseal } from './seal.ts'

const PURPOSE = 'lock-notice'
const locked = z.object({ kind: z.enum(['contact', 'engineer']), login: z.string(), address: z.string() })

/**
 * After a refusal: has the owner told, once for each row of failures, that the account waits. Whether there is such an account a
 * job finds out later, so that the refusal takes as long for every login.
 */
export async function noticeLock(attempt: Attempt): Promise<void> {
  const login = normalLogin(attempt.login).slice(0, 200)
  await asNobody((db) =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute<{ told: boolean }>(sql`select tell_of_lock(${accountKey(attempt)}) as told`)
      if (!row?.told) return
      await enqueueJob(tx, PURPOSE, { sealed: seal(PURPOSE, JSON.stringify({ ...attempt, login })) })
    }),
  )
}

/** The job that follows: the audit log gets the lock, and the owner a mail, if there is one who may come in. */
export async function tellOwnerOfLock(sealed: string): Promise<void> {
  const opened = unseal(PURPOSE, sealed)
  if (opened === null) return
  const { kind, login, address } = locked.parse(JSON.parse(opened))
  await asSystem(async (tx) => {
    const [found] = await tx.execute<{ owner: string }>(sql`select owner from owner_of_lock(${kind}, ${login})`)
    if (!found) return
    const owner = Number(found.owner)
    const subject = { subjectKind: kind, subjectId: String(owner) }
    await record({ actorKind: 'system', action: 'account.locked', ...subject, address }, tx)
    await enqueueMail(tx, {
      template: 'account-locked',
      ...(kind === 'contact' ? { contactId: owner } : { engineerId: owner }),
    })
  })
}
