import 'server-only'
import { askDirectories, type DirectoryAnswer, pretendToAsk } from './ldap/ask.ts'
import { serversFor } from './ldap/servers.ts'
import type { WayIn } from './method.ts'
import { verifyPassword } from './passwords.ts'

/** What an account has to prove a password by; all null where there is no account. */
export type Proofs = { passwordHash: string | null; passwordScheme: string | null; ldapId: string | null }

export type TrialCause =
  | 'wrong_password'
  | 'no_password'
  | 'no_ldap_id'
  | 'directory_down'
  | Exclude<DirectoryAnswer, { outcome: 'accepted' | 'fault' }>['cause']

export type Trial =
  | { proven: 'DATABASE' }
  | { proven: 'LDAP'; server: string; identity: string }
  /** `compared`: the password was held against one that somebody has, so that this was a guess. `faults` are the directories'. */
  | { proven: null; cause: TrialCause; compared: boolean; faults: string[] }

/**
 * Tries the ways in their order until one proves the password. A refusal has gone every way, also those on which there was
 * nothing to compare, so that its time does not tell what the account has, or whether there is one.
 */
export async function tryWays(
  kind: 'contact' | 'engineer',
  ways: readonly WayIn[],
  proofs: Proofs,
  password: string,
): Promise<Trial> {
  const causes: TrialCause[] = []
  const faults: string[] = []
  for (const way of ways) {
    if (way === 'DATABASE') {
      if (await verifyPassword(password, proofs.passwordHash, proofs.passwordScheme)) return { proven: 'DATABASE' }
      causes.push(proofs.passwordHash === null ? 'no_password' : 'wrong_password')
    } else if (proofs.ldapId !== null) {
      const answer = await askDirectories(await serversFor(kind), proofs.ldapId, password)
      if (answer.outcome === 'accepted') {
        const { server, identity } = answer
        return { proven: 'LDAP', server, identity }
      }
      if (answer.outcome === 'fault') faults.push(...answer.reasons)
      causes.push(answer.outcome === 'fault' ? 'directory_down' : answer.cause)
    } else causes.push('no_ldap_id')
  }
  // Last, for whoever signs in by a password of the database waits for no directory. Nor was there anybody to hold a password
  // against where nobody was found.
  if (causes.includes('no_ldap_id') || causes.includes('not_in_directory'))
    faults.push(...(await pretendToAsk(await serversFor(kind))))
  const compared = causes.includes('wrong_password')
  return { proven: null, cause: compared ? 'wrong_password' : mainOf(causes), compared, faults }
}

/** What to tell the operator where several ways failed: that of the directory, which knows more. */
function mainOf(causes: readonly TrialCause[]): TrialCause {
  const [first = 'no_password'] = causes
  return causes.find((cause) => cause !== 'no_password' && cause !== 'no_ldap_id') ?? first
}
