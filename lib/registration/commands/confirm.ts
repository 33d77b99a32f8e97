import 'server-only'
import { sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { requireGoodPassword } from '#lib/auth/good-password.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import type { NewPassword } from '#lib/links/input.ts'
import { hashOf } from '#lib/links/tokens.ts'
import { registrationOfLink } from '../queries/link.ts'

/**
 * Confirms the address and keeps the password, once. `accepted`: there is an account now; `held`: an engineer decides. Signs nobody in.
 * @throws AppError `not_found` for a link that is unknown, used or over; `invalid` with the field and the reason
 */
export async function confirmRegistration(
  { token, password, repeat }: NewPassword,
  address: string,
): Promise<'accepted' | 'held'> {
  const registration = await registrationOfLink(token)
  if (!registration) throw notFound()
  const { email, name, company } = registration
  await requireGoodPassword(password, [email, name, company])
  if (password !== repeat) throw new AppError('invalid', { fields: { repeat: 'mismatch' } })
  const hash = await hashPassword(password)
  return asSystem(async (tx) => {
    const [used] = await tx.execute<{ registration: string; outcome: 'accepted' | 'held'; contact: string | null }>(
      sql`select * from use_registration_link(${hashOf(token)}, ${hash}, ${passwordScheme()})`,
    )
    if (!used) throw notFound()
    const subject = { subjectKind: 'registration', subjectId: used.registration }
    const after = { outcome: used.outcome, ...(used.contact ? { contact: Number(used.contact) } : {}) }
    await record({ actorKind: 'anonymous', action: 'registration.confirmed', ...subject, address, after }, tx)
    return used.outcome
  })
}
