import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '../audit/commands.ts'
import { type Attempt, reserveTry } from '../auth/back-off.ts'
import { normalLogin } from '../auth/login.ts'
import { passwordProblem } from '../auth/password-policy.ts'
import { hashPassword, PASSWORD_SCHEME } from '../auth/passwords.ts'
import { seal } from '../auth/seal.ts'
import { asNobody } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { asSystem } from '../jobs/as.ts'
import { enqueueJob } from '../jobs/commands.ts'
import { enqueueMail } from '../mail/commands/enqueue.ts'
import { settings } from '../settings/queries.ts'
import type { NewPassword } from './input.ts'
import { accountOfLink } from './queries.ts'
import { hashOf, newToken, type Purpose } from './tokens.ts'

/**
 * Notes that somebody asked for a new password. Whether there is such an account a job finds out later: here the same happens for
 * every login, so that neither answer nor time tells.
 * @throws AppError `too_many`; `conflict` with the reason `keptElsewhere` where no password is kept here
 */
export async function askForReset({ kind, login, address }: Attempt): Promise<void> {
  const method = await settings(`${kind}.authentication.method`)
  if (method[`${kind}.authentication.method`] === 'LDAP')
    throw new AppError('conflict', { detail: { reason: 'keptElsewhere' } })
  // Counted apart from sign-ins: whoever guessed the password wrong too often shall get in by this way.
  const counted = { kind, login: `reset of ${normalLogin(login)}`, address: `reset ${address}` }
  if (!(await reserveTry(counted))) throw new AppError('too_many')
  const sealed = seal('password-reset', JSON.stringify({ kind, login: normalLogin(login).slice(0, 200), address }))
  await asNobody((db) => enqueueJob(db, 'password-reset', { sealed }))
}

/** Makes a link for a mail that is about to be sent, and returns the secret in it. */
export async function issueLink(
  purpose: Purpose,
  owner: { contactId: number | null; engineerId: number | null },
  minutes: number,
): Promise<string> {
  const token = newToken()
  await asSystem((tx) =>
    tx.execute(
      sql`select issue_account_link(${purpose}, ${owner.contactId}, ${owner.engineerId}, ${hashOf(token)}, ${minutes})`,
    ),
  )
  return token
}

/**
 * Sets the password of the link's owner; its sessions and other links end, and nobody is signed in. Returns whose it was.
 * @throws AppError `not_found` for a link that is unknown, used or over; `invalid` with the field and the reason
 */
export async function setPasswordByLink(
  purpose: Purpose,
  { token, password, repeat }: NewPassword,
  address: string,
): Promise<'contact' | 'engineer'> {
  const account = await accountOfLink(purpose, token)
  if (!account) throw new AppError('not_found')
  const { 'password.min_length': minLength } = await settings('password.min_length')
  const names = ['portico', account.login, account.name, account.company ?? '']
  const problem = passwordProblem(
    password,
    minLength,
    names.flatMap((name) => [name, ...name.split(/[\s.@_-]+/)]),
  )
  if (problem) throw new AppError('invalid', { fields: { password: problem } })
  if (password !== repeat) throw new AppError('invalid', { fields: { repeat: 'mismatch' } })
  const hash = await hashPassword(password)
  return asSystem(async (tx) => {
    const [used] = await tx.execute<{ kind: 'contact' | 'engineer'; owner: string }>(
      sql`select * from use_account_link(${purpose}, ${hashOf(token)}, ${hash}, ${PASSWORD_SCHEME})`,
    )
    if (!used) throw new AppError('not_found')
    const owner = Number(used.owner)
    const action = purpose === 'reset' ? 'password.reset' : 'invitation.accept'
    const subject = { subjectKind: used.kind, subjectId: String(owner) }
    await record({ actorKind: used.kind, actorId: owner, action, ...subject, address }, tx)
    const recipient = used.kind === 'contact' ? { contactId: owner } : { engineerId: owner }
    if (purpose === 'reset') await enqueueMail(tx, { template: 'password-changed', ...recipient })
    return used.kind
  })
}
