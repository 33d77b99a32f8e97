import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { type Attempt, forgiveTry, reserveTry } from './back-off.ts'
import { hostAdmits } from './host.ts'
import { normalLogin } from './login.ts'
import { waysIn } from './methods.ts'
import { hashPassword, passwordScheme, verifyPassword } from './passwords.ts'

export type Authentication =
  | { outcome: 'accepted'; owner: number }
  /** The real cause is for the audit log; the customer sees one plain refusal. */
  | { outcome: 'refused'; cause: Cause }

type Cause =
  | 'unknown_login'
  | 'wrong_password'
  | 'no_password'
  | 'no_directory'
  | 'no_access'
  | 'wrong_host'
  | 'blocked'

type Credential = {
  id: string
  password_hash: string | null
  password_scheme: string | null
  ldap_id: string | null
  refused: boolean
}

/**
 * Whether login and password belong to somebody who may come in, by the method in force, at this host. Every refusal costs
 * one hash, so that time does not tell whether the login exists, and counts towards the back-off. No directory is connected
 * yet: the way by LDAP always fails.
 */
export async function authenticate(attempt: Attempt & { host: string }, password: string): Promise<Authentication> {
  if (!(await reserveTry(attempt))) {
    await verifyPassword(password, null, null)
    return { outcome: 'refused', cause: 'blocked' }
  }
  const [credential, ways] = await Promise.all([credentialOf(attempt), waysIn(attempt.kind)])
  const byDatabase = ways.includes('DATABASE')
  const matches = await verifyPassword(
    password,
    byDatabase ? (credential?.password_hash ?? null) : null,
    credential?.password_scheme ?? null,
  )
  const cause = causeOf(credential, byDatabase, matches) ?? (await hostRefusal(attempt, credential))
  if (!credential || cause) return { outcome: 'refused', cause: cause ?? 'unknown_login' }
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

function causeOf(credential: Credential | undefined, byDatabase: boolean, matches: boolean): Cause | undefined {
  if (!credential) return 'unknown_login'
  if (!byDatabase) return 'no_directory'
  if (credential.password_hash === null) return 'no_password'
  if (!matches) return 'wrong_password'
  return credential.refused ? 'no_access' : undefined
}

async function hostRefusal({ kind, host }: Attempt & { host: string }, credential?: Credential) {
  if (!credential || kind === 'engineer' || (await hostAdmits(host, Number(credential.id)))) return undefined
  return 'wrong_host' as const
}

/** Re-hashes with today's parameters and pepper while the password is at hand. */
async function upgradeHash({ kind }: Attempt, credential: Credential, password: string): Promise<void> {
  if (credential.password_scheme === passwordScheme()) return
  const hash = await hashPassword(password)
  await asNobody((db) =>
    db.execute(
      sql`select upgrade_password_hash(${kind}, ${Number(credential.id)}, ${credential.password_hash}, ${hash}, ${passwordScheme()})`,
    ),
  )
}
