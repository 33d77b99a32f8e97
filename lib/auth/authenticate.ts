import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { type Attempt, forgiveTry, reserveTry } from './back-off.ts'
import { normalLogin } from './login.ts'
import { hashPassword, PASSWORD_SCHEME, verifyPassword } from './passwords.ts'

export type Authentication =
  | { outcome: 'accepted'; owner: number }
  /** The real cause is for the audit log; the customer sees one plain refusal. */
  | { outcome: 'refused'; cause: 'unknown_login' | 'wrong_password' | 'no_password' | 'no_access' | 'blocked' }

type Credential = {
  id: string
  password_hash: string | null
  password_scheme: string | null
  ldap_id: string | null
  refused: boolean
}

/**
 * Whether login and password belong to somebody who may come in. Every refusal costs one hash, so that time does not
 * tell whether the login exists, and counts towards the back-off.
 */
export async function authenticate(attempt: Attempt, password: string): Promise<Authentication> {
  if (!(await reserveTry(attempt))) {
    await verifyPassword(password, null)
    return { outcome: 'refused', cause: 'blocked' }
  }
  const credential = await credentialOf(attempt)
  const matches = await verifyPassword(password, credential?.password_hash ?? null)
  if (!credential || !matches || credential.refused) {
    return { outcome: 'refused', cause: causeOf(credential, matches) }
  }
  await forgiveTry(attempt)
  await upgradeHash(attempt, credential, password)
  return { outcome: 'accepted', owner: Number(credential.id) }
}

async function credentialOf({ kind, login }: Attempt): Promise<Credential | undefined> {
  const rows = await asNobody((db) =>
    db.execute<Credential>(sql`select * from credential_of_login(${kind}, ${normalLogin(login)})`),
  )
  return rows[0]
}

function causeOf(credential: Credential | undefined, matches: boolean) {
  if (!credential) return 'unknown_login'
  if (credential.password_hash === null) return 'no_password'
  return matches ? 'no_access' : 'wrong_password'
}

/** Re-hashes with today's parameters and pepper while the password is at hand. */
async function upgradeHash({ kind }: Attempt, credential: Credential, password: string): Promise<void> {
  if (credential.password_scheme === PASSWORD_SCHEME) return
  const hash = await hashPassword(password)
  await asNobody((db) =>
    db.execute(
      sql`select upgrade_password_hash(${kind}, ${Number(credential.id)}, ${credential.password_hash}, ${hash}, ${PASSWORD_SCHEME})`,
    ),
  )
}
