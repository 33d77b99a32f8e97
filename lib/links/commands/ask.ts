import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { record } from '#lib/audit/commands.ts'
import { type Attempt, reserveTry } from '#lib/auth/back-off.ts'
import { normalLogin } from '#lib/auth/login.ts'
import type { Method } from '#lib/auth/method.ts'
import { passwordsAreKeptHere } from '#lib/auth/methods.ts'
import { seal, unseal } from '#lib/auth/seal.ts'
import { asNobody, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { settings } from '#lib/settings/queries.ts'

const PURPOSE = 'password-reset'
const asked = z.object({ kind: z.enum(['contact', 'engineer']), login: z.string(), address: z.string() })

/**
 * Notes that somebody asked for a new password. Whether there is such an account a job finds out later: here the same happens for
 * every login, so that neither answer nor time tells.
 * @throws AppError `too_many`; `conflict` with the reason `keptElsewhere` where no password is kept here
 */
export async function askForReset({ kind, login, address }: Attempt): Promise<void> {
  if (!(await passwordsAreKeptHere(kind))) throw new AppError('conflict', { detail: { reason: 'keptElsewhere' } })
  // Counted apart from sign-ins: whoever guessed the password wrong too often shall get in by this way.
  if (!(await reserveTry({ kind, login: `reset of ${normalLogin(login)}`, address: `reset ${address}` })))
    throw new AppError('too_many')
  const sealed = seal(PURPOSE, JSON.stringify({ kind, login: normalLogin(login).slice(0, 200), address }))
  await asNobody((db) => enqueueJob(db, PURPOSE, { sealed }))
}

/** The job that follows: a mail with a link, one that says whom to ask, or none. The audit log gets the cause. */
export async function answerRequest(sealed: string): Promise<void> {
  const opened = unseal(PURPOSE, sealed)
  if (opened === null) return
  const request = asked.parse(JSON.parse(opened))
  const method = await methodFor(request.kind)
  await asSystem(async (tx) => {
    const { owner, outcome } = await decide(tx, request, method)
    if (owner !== undefined && (outcome === 'sent' || outcome === 'kept_elsewhere')) {
      const template = outcome === 'sent' ? 'track-password-reset-template' : 'password-kept-elsewhere'
      await enqueueMail(tx, {
        template,
        ...(request.kind === 'contact' ? { contactId: owner } : { engineerId: owner }),
      })
    }
    const subject = { subjectKind: request.kind, ...(owner === undefined ? {} : { subjectId: String(owner) }) }
    const { address } = request
    await record(
      { actorKind: 'anonymous', action: 'password.reset_asked', ...subject, address, after: { outcome } },
      tx,
    )
  })
}

type Outcome = 'unknown_login' | 'no_access' | 'no_email' | 'too_many' | 'kept_elsewhere' | 'sent'
type Found = { owner: string; email: string | null; refused: boolean; ldap_id: string | null; recent: number }

async function decide(
  tx: Transaction,
  { kind, login }: z.output<typeof asked>,
  method: Method,
): Promise<{ owner?: number; outcome: Outcome }> {
  const [found] = await tx.execute<Found>(sql`select * from account_to_reset(${kind}, ${login})`)
  if (!found) return { outcome: 'unknown_login' }
  const owner = Number(found.owner)
  if (found.refused) return { owner, outcome: 'no_access' }
  if (!found.email) return { owner, outcome: 'no_email' }
  if (found.recent >= 3) return { owner, outcome: 'too_many' }
  // Where both ways are open, whoever is known to the directory keeps the password there.
  return { owner, outcome: method !== 'DATABASE' && found.ldap_id !== null ? 'kept_elsewhere' : 'sent' }
}

async function methodFor(kind: 'contact' | 'engineer'): Promise<Method> {
  const key = `${kind}.authentication.method` as const
  return (await settings(key))[key]
}
