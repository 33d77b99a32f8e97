import 'server-only'
import { record } from '../audit/commands.ts'
import { AppError } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { authenticate } from './authenticate.ts'
import { normalLogin } from './login.ts'
import { startSession } from './sessions.ts'

export type PasswordSignIn = { kind: 'contact' | 'engineer'; login: string; password: string }

/**
 * Checks the password, starts a session and returns its id; null for every refusal. The audit log gets the cause.
 * @throws AppError `conflict` where the licence has no place for one more customer
 */
export async function signInWithPassword(
  { kind, login, password }: PasswordSignIn,
  headers: Headers,
): Promise<string | null> {
  const address = clientAddress(headers)
  const result = await authenticate({ kind, login, address, host: headers.get('host') ?? '' }, password)
  if (result.outcome === 'refused') {
    await record({
      actorKind: 'anonymous',
      action: 'sign_in.refused',
      subjectKind: kind,
      after: { ...nameOf(login, result.cause), cause: result.cause },
      address,
    })
    return null
  }
  const device = headers.get('user-agent') ?? ''
  const session = await startSession({ kind, owner: result.owner, device, address }).catch(async (error: unknown) => {
    if (error instanceof AppError && error.detail.reason === 'customersFull')
      await record({
        actorKind: kind,
        actorId: result.owner,
        action: 'sign_in.refused',
        subjectKind: kind,
        after: { cause: 'customers_full' },
        address,
      })
    throw error
  })
  if (session) await record({ actorKind: kind, actorId: result.owner, action: 'sign_in', address, after: { device } })
  return session
}

/** An unknown login is not written down: it may be a password in the wrong field. */
function nameOf(login: string, cause: string): { login?: string } {
  return cause === 'unknown_login' ? {} : { login: normalLogin(login).slice(0, 200) }
}
