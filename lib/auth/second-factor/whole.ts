import 'server-only'
import { record } from '#lib/audit/commands.ts'
import { AppError } from '#lib/errors.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { forgiveTry, reserveTry } from '../back-off.ts'
import { passwordsAreKeptHere } from '../methods.ts'
import { type Admission, admit } from '../sign-in.ts'
import type { Owner } from './owner.ts'
import type { Assertion } from './passkey-answers.ts'
import { acceptPasskey, signInRequest } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'

/**
 * Whether a passkey alone signs in here: only where passwords are this system's own. Where a directory decides who may come
 * in, whoever was locked there shall not come in past it.
 */
export async function passkeysSignIn(kind: Owner['kind'], headers: Headers): Promise<boolean> {
  return (await passwordsAreKeptHere(kind)) && (await relyingParty(headers)) !== null
}

/** What the browser needs to ask its passkeys, as JSON. @throws AppError `conflict` where none signs in here */
export async function passkeySignInRequest(kind: Owner['kind'], headers: Headers): Promise<string> {
  const site = await relyingParty(headers)
  if (!site || !(await passkeysSignIn(kind, headers)))
    throw new AppError('conflict', { detail: { reason: 'noPasskeysHere' } })
  return signInRequest(site)
}

/**
 * Signs in by a passkey alone, which has verified its user: possession and finger, face or PIN are two factors.
 * @throws AppError `too_many` where one has to wait, `conflict` as `admit`
 */
export async function signInWithPasskey(kind: Owner['kind'], answer: Assertion, headers: Headers): Promise<Admission> {
  const address = clientAddress(headers)
  const site = await relyingParty(headers)
  const attempt = { kind, login: `passkey ${answer.id.slice(0, 150)}`, address }
  if (!site || !(await passwordsAreKeptHere(kind))) return refuse(kind, address, 'no_passkeys')
  if (!(await reserveTry(attempt))) throw new AppError('too_many')
  const found = await asSystem((tx) => acceptPasskey(tx, site, answer))
  if (found?.kind !== kind) return refuse(kind, address, 'wrong_passkey')
  await forgiveTry(attempt)
  return admit({ kind, owner: found.owner, by: 'passkey', secondFactor: 'passkey' }, headers)
}

async function refuse(kind: Owner['kind'], address: string, cause: string): Promise<Admission> {
  await record({ actorKind: 'anonymous', action: 'sign_in.refused', subjectKind: kind, after: { cause }, address })
  return { outcome: 'refused' }
}
