import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { requireGoodPassword } from '#lib/auth/good-password.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import type { NewPassword } from '../input.ts'
import { accountOfLink } from '../queries.ts'
import { hashOf, type Purpose } from '../tokens.ts'

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
  const { login, name, company } = account
  await requireGoodPassword(password, [login, name, company])
  if (password !== repeat) throw new AppError('invalid', { fields: { repeat: 'mismatch' } })
  const hash = await hashPassword(password)
  return asSystem(async (tx) => {
    const [used] = await tx.execute<{ kind: 'contact' | 'engineer'; owner: string }>(
      sql`select * from use_account_link(${purpose}, ${hashOf(token)}, ${hash}, ${passwordScheme()})`,
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
