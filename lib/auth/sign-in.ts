import 'server-only'
import { record } from '../audit/commands.ts'
import { AppError } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { authenticate } from './authenticate.ts'
import { hostAdmits } from './host.ts'
import { noticeLock } from './lock-notice.ts'
import { normalLogin } from './login.ts'
import { openStep } from './second-factor/steps.ts'
import { startSession } from './sessions.ts'

type Kind = 'contact' | 'engineer'
export type PasswordSignIn = { kind: Kind; login: string; password: string }

/** Who somebody has proven to be, and by what. */
export type Identity = {
  kind: Kind
  owner: number
  by: 'password' | 'directory' | 'oidc' | 'passkey'
  /** Which second factor was asked already; `elsewhere` where the way itself asks for one of its own. */
  secondFactor?: 'app' | 'recovery' | 'passkey' | 'elsewhere' | undefined
}

export type Admission =
  /** `session` is the new session's id, which only the cookie is to hold. */
  | { outcome: 'admitted'; session: string }
  /** No session yet: a second factor is asked for; `step` is the secret of that step, which only its cookie is to hold. */
  | { outcome: 'second_step'; step: string }
  /** The audit log has the cause; who signs in is told none. */
  | { outcome: 'refused' }

/**
 * Checks the password and admits its owner.
 * @throws AppError `conflict` where the licence has no place for one more customer
 */
export async function signInWithPassword(
  { kind, login, password }: PasswordSignIn,
  headers: Headers,
): Promise<Admission> {
  const address = clientAddress(headers)
  const result = await authenticate({ kind, login, address, host: headers.get('host') ?? '' }, password)
  if (result.outcome === 'accepted') return admit({ kind, owner: result.owner, by: result.by }, headers)
  await record({
    actorKind: 'anonymous',
    action: 'sign_in.refused',
    subjectKind: kind,
    after: { ...nameOf(login, result.cause), cause: result.cause, faults: result.faults },
    address,
  })
  await noticeLock({ kind, login, address })
  return { outcome: 'refused' }
}

/**
 * The one end of every way in: whoever has proven an identity gets a session, if the account, the host and the licence let
 * it in, and the audit log gets what became of it. Whoever has a second factor, of which none was asked, gets the step that asks
 * for it instead.
 * @throws AppError `conflict` with reason `customersFull` where the licence has no place for one more customer
 */
export async function admit({ kind, owner, by, secondFactor }: Identity, headers: Headers): Promise<Admission> {
  const address = clientAddress(headers)
  const device = headers.get('user-agent') ?? ''
  const refuse = async (cause: 'wrong_host' | 'no_access' | 'customers_full'): Promise<Admission> => {
    await record({
      actorKind: kind,
      actorId: owner,
      action: 'sign_in.refused',
      subjectKind: kind,
      after: { cause, by },
      address,
    })
    return { outcome: 'refused' }
  }
  if (kind === 'contact' && !(await hostAdmits(headers.get('host') ?? '', owner))) return refuse('wrong_host')
  if (!secondFactor) {
    const step = await openStep({ kind, owner }, by, device)
    if (step === null) return refuse('no_access')
    if (step !== 'none') return { outcome: 'second_step', step }
  }
  const start = { kind, owner, device, address, secondFactor: secondFactor !== undefined, provenBy: by }
  const session = await startSession(start).catch(async (error: unknown) => {
    if (error instanceof AppError && error.detail.reason === 'customersFull') await refuse('customers_full')
    throw error
  })
  if (!session) return refuse('no_access')
  await record({ actorKind: kind, actorId: owner, action: 'sign_in', address, after: { device, by, secondFactor } })
  return { outcome: 'admitted', session }
}

/** An unknown login is not written down: it may be a password in the wrong field. */
function nameOf(login: string, cause: string): { login?: string } {
  return cause === 'unknown_login' ? {} : { login: normalLogin(login).slice(0, 200) }
}
