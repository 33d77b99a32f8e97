import 'server-only'
import { isBlank } from './connection.ts'
import { DirectoryFault, reasonOf } from './fault.ts'
import { isIdentity } from './identity.ts'
import { askInVain, locate, tryPassword } from './person.ts'
import type { LdapServer } from './server.ts'

export type DirectoryAnswer =
  | { outcome: 'accepted'; server: string; identity: string }
  | { outcome: 'refused'; cause: 'wrong_password' | 'not_in_directory' | 'ambiguous_in_directory' | 'no_directory' }
  /** Nothing was compared; `reasons` are for the operator. */
  | { outcome: 'fault'; reasons: string[] }

/** All servers together have this long, so that a refusal is there within five seconds. */
const PATIENCE = 4_300

/**
 * Asks the servers, in their order, until one takes the password of the person with this LDAP id. A name instead of an
 * identity counts only where all servers answer and know one person by it; nobody else's namesake gets in by it.
 */
export async function askDirectories(
  servers: readonly LdapServer[],
  ldapId: string,
  password: string,
): Promise<DirectoryAnswer> {
  if (servers.length === 0) return { outcome: 'refused', cause: 'no_directory' }
  if (isBlank(password)) return { outcome: 'refused', cause: 'wrong_password' }
  const until = performance.now() + PATIENCE
  if (isIdentity(ldapId)) return tryAll(servers, until, ldapId.toLowerCase(), password)
  const identity = await identityOfName(servers, until, ldapId)
  return typeof identity === 'string' ? tryAll(servers, until, identity, password) : identity
}

async function tryAll(
  servers: readonly LdapServer[],
  until: number,
  identity: string,
  password: string,
): Promise<DirectoryAnswer> {
  const reasons: string[] = []
  let wrong = false
  for (const server of servers) {
    const answer = await orReason(server, tryPassword(server, until, identity, password))
    if (answer === 'right') return { outcome: 'accepted', server: server.name, identity }
    if (answer === 'wrong') wrong = true
    else if (answer !== 'unknown') reasons.push(answer.reason)
  }
  if (wrong) return { outcome: 'refused', cause: 'wrong_password' }
  return reasons.length > 0 ? { outcome: 'fault', reasons } : { outcome: 'refused', cause: 'not_in_directory' }
}

async function identityOfName(
  servers: readonly LdapServer[],
  until: number,
  name: string,
): Promise<string | DirectoryAnswer> {
  const answers = await Promise.all(servers.map((server) => orReason(server, locate(server, until, { name }))))
  const reasons = answers.flatMap((answer) => ('reason' in answer ? [answer.reason] : []))
  if (reasons.length > 0) return { outcome: 'fault', reasons }
  const identities = new Set(
    answers.flatMap((answer) => ('reason' in answer ? [] : answer.map(({ identity }) => identity))),
  )
  const [identity] = identities
  if (identity === undefined) return { outcome: 'refused', cause: 'not_in_directory' }
  return identities.size === 1 ? identity : { outcome: 'refused', cause: 'ambiguous_in_directory' }
}

/**
 * Goes the way of a question about somebody who is not there, so that time does not tell whether an account has an LDAP id.
 * Returns the faults.
 */
export async function pretendToAsk(servers: readonly LdapServer[]): Promise<string[]> {
  const until = performance.now() + PATIENCE
  const reasons: string[] = []
  for (const server of servers) {
    const answer = await orReason(server, askInVain(server, until))
    if (answer) reasons.push(answer.reason)
  }
  return reasons
}

async function orReason<T>(server: LdapServer, asking: Promise<T>): Promise<T | { reason: string }> {
  try {
    return await asking
  } catch (error) {
    if (error instanceof DirectoryFault) return { reason: `${server.name}: ${reasonOf(error)}` }
    throw error
  }
}
