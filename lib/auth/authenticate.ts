import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { log } from '../log.ts'
import { makesNewcomers, welcomeNewcomer } from '../provisioning/commands/newcomer.ts'
import { type Attempt, forgiveTry, reserveTry, returnTry } from './back-off.ts'
import { hostAdmits } from './host.ts'
import { pinIdentity } from './ldap/pin.ts'
import { normalLogin } from './login.ts'
import { waysIn } from './methods.ts'
import { hashPassword, passwordScheme, verifyPassword } from './passwords.ts'
import { type Proofs, type Trial, type TrialCause, tryWays } from './trial.ts'

export type Authentication =
  | { outcome: 'accepted'; owner: number; by: 'password' | 'directory' }
  /** The real cause is for the audit log; the customer sees one plain refusal. `faults` are those of directories. */
  | { outcome: 'refused'; cause: Cause; faults?: string[] }

type Cause = 'unknown_login' | TrialCause | 'not_provisioned' | 'no_access' | 'wrong_host' | 'blocked'

type Credential = {
  id: string
  password_hash: string | null
  password_scheme: string | null
  ldap_id: string | null
  refused: boolean
}

/**
 * Whether login and password belong to somebody who may come in, by the method in force, at this host. A refusal takes as long
 * whether or not the login exists, and counts towards the back-off, unless there was nobody to ask: a directory that is down
 * locks nobody out.
 */
export async function authenticate(attempt: Attempt & { host: string }, password: string): Promise<Authentication> {
  const tried = await reserveTry(attempt)
  if (tried === null) {
    await verifyPassword(password, null, null)
    return { outcome: 'refused', cause: 'blocked' }
  }
  const [credential, ways] = await Promise.all([credentialOf(attempt), waysIn(attempt.kind)])
  const mayBeNew = !credential && attempt.kind === 'contact' && (await makesNewcomers())
  const proofs = mayBeNew ? { ...proofsOf(undefined), ldapId: normalLogin(attempt.login) } : proofsOf(credential)
  const trial = await tryWays(attempt.kind, ways, proofs, password)
  if (trial.proven === null) return refuse(attempt, tried, credential, trial)
  if (!credential) return firstSignIn(attempt, trial)
  const cause = credential.refused ? 'no_access' : await hostRefusal(attempt, credential)
  if (cause) return { outcome: 'refused', cause }
  await forgiveTry(attempt)
  const owner = Number(credential.id)
  if (trial.proven === 'DATABASE') {
    await upgradeHash(attempt, credential, password)
    return { outcome: 'accepted', owner, by: 'password' }
  }
  await pinIdentity({ kind: attempt.kind, owner, ldapId: credential.ldap_id ?? '' }, trial)
  return { outcome: 'accepted', owner, by: 'directory' }
}

/** Somebody without an account whose password a directory took: gets one where the directory's rules make it. */
async function firstSignIn(attempt: Attempt & { host: string }, trial: Trial): Promise<Authentication> {
  if (trial.proven !== 'LDAP') throw new Error('nobody proves a password')
  const owner = await welcomeNewcomer(trial)
  if (owner === null) return { outcome: 'refused', cause: 'not_provisioned' }
  if (!(await hostAdmits(attempt.host, owner))) return { outcome: 'refused', cause: 'wrong_host' }
  await forgiveTry(attempt)
  return { outcome: 'accepted', owner, by: 'directory' }
}

async function refuse(
  attempt: Attempt,
  tried: string,
  credential: Credential | undefined,
  { cause, compared, faults }: Extract<Trial, { proven: null }>,
): Promise<Authentication> {
  if (faults.length > 0) {
    log().warn({ faults }, 'directory without answer')
    if (!compared) await returnTry(attempt, tried)
  }
  return {
    outcome: 'refused',
    cause: credential ? cause : 'unknown_login',
    ...(faults.length > 0 ? { faults } : {}),
  }
}

const proofsOf = (credential: Credential | undefined): Proofs => ({
  passwordHash: credential?.password_hash ?? null,
  passwordScheme: credential?.password_scheme ?? null,
  ldapId: credential?.ldap_id ?? null,
})

async function credentialOf({ kind, login }: Attempt): Promise<Credential | undefined> {
  const rows = await asNobody((db) =>
    db.execute<Credential>(sql`select * from credential_of_login(${kind}, ${normalLogin(login)})`),
  )
  return rows[0]
}

async function hostRefusal({ kind, host }: Attempt & { host: string }, { id }: Credential) {
  return kind === 'engineer' || (await hostAdmits(host, Number(id))) ? undefined : ('wrong_host' as const)
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
