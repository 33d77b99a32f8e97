import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { requireGoodPassword } from '#lib/auth/good-password.ts'
import { hashPassword, passwordScheme } from '#lib/auth/passwords.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { EngineerChange } from '../input.ts'

/**
 * The columns of an initial password, which has to be changed at the first sign-in; none where none was given. Hashing
 * takes a quarter of a second: call it before any lock is held.
 * @throws AppError `invalid` with the reason at the field
 */
export async function initialPassword({ login, name, password }: EngineerChange) {
  if (password === null) return {}
  await requireGoodPassword(password, [login, name])
  return { passwordHash: await hashPassword(password), passwordScheme: passwordScheme(), mustChangePassword: true }
}

/** Writes down that an engineer got an initial password; never which. */
export function tellOfPassword(tx: Transaction, viewer: EngineerViewer, id: number): Promise<void> {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'password.initial',
      subjectKind: 'engineer',
      subjectId: String(id),
    },
    tx,
  )
}
