import 'server-only'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { ownLogin } from '#lib/accounts/queries.ts'
import { authenticate } from '#lib/auth/authenticate.ts'
import { forgiveTry, reserveTry } from '#lib/auth/back-off.ts'
import { acceptAppCode } from '#lib/auth/second-factor/accept.ts'
import { secondStepOf } from '#lib/auth/second-factor/finish.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import type { Proof } from '../input.ts'
import { ownerIn, proofAsked } from '../queries/own.ts'

/**
 * The viewer shows anew that it is the owner: somebody at an open session is no better than somebody at the door.
 * @throws AppError `invalid` with the field `password` or `proof`, `too_many` where one has to wait
 */
export async function proveOwner(viewer: SignedInViewer, given: Proof, headers: Headers): Promise<void> {
  const of = ownerIn(viewer)
  const asked = await asViewer(viewer, (tx) => proofAsked(tx, of))
  const address = clientAddress(headers)
  if (asked === 'password') {
    if (given.password === '') throw new AppError('invalid', { fields: { password: 'passwordMissing' } })
    const host = headers.get('host') ?? ''
    const login = await ownLogin(viewer)
    const result = await authenticate({ kind: of.kind, login, address, host }, given.password)
    if (result.outcome === 'accepted' && result.owner === of.owner) return
    if (result.outcome === 'refused' && result.cause === 'blocked') throw new AppError('too_many')
    throw new AppError('invalid', { fields: { password: 'wrongPassword' } })
  }
  if (asked === 'code') {
    const attempt = secondStepOf(of, address)
    if (!(await reserveTry(attempt))) throw new AppError('too_many')
    if (!(await asViewer(viewer, (tx) => acceptAppCode(tx, of, given.proof))))
      throw new AppError('invalid', { fields: { proof: 'wrongCode' } })
    await forgiveTry(attempt)
  }
}
