import 'server-only'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { ownLogin } from '#lib/accounts/queries.ts'
import { isOf } from '#lib/auth/second-factor/owner.ts'
import type { Attestation } from '#lib/auth/second-factor/passkey-answers.ts'
import { checkedPasskey, keepPasskey, passkeyRequest } from '#lib/auth/second-factor/passkeys.ts'
import { relyingParty } from '#lib/auth/second-factor/relying-party.ts'
import { passkeys } from '#lib/db/schema/index.ts'
import { AppError } from '#lib/errors.ts'
import type { Proof } from '../input.ts'
import { MOST_PASSKEYS, ownerIn } from '../queries/own.ts'
import { firstRecoveryCodes, keepingFactors, tellOfFactor } from './keep.ts'
import { proveOwner } from './prove.ts'

const noSite = () => new AppError('conflict', { detail: { reason: 'noPasskeysHere' } })

/** What the browser needs to make a passkey, as JSON. @throws AppError `conflict` at a host that is not known here */
export async function requestPasskey(viewer: SignedInViewer, siteName: string, headers: Headers): Promise<string> {
  const site = await relyingParty(headers)
  if (!site) throw noSite()
  const login = await ownLogin(viewer)
  return keepingFactors(viewer, (tx, of) => passkeyRequest(tx, of, site, { site: siteName, login, name: viewer.name }))
}

/**
 * Keeps the passkey that the browser made.
 * @returns recovery codes where there are none yet; else null
 * @throws AppError `invalid` with the field `answer`, `conflict` where there are twenty already, and as `proveOwner`
 */
export async function addPasskey(
  viewer: SignedInViewer,
  { name, answer, ...proof }: Proof & { name: string; answer: Attestation },
  headers: Headers,
): Promise<string[] | null> {
  const site = await relyingParty(headers)
  if (!site) throw noSite()
  await proveOwner(viewer, proof, headers)
  const made = await checkedPasskey(ownerIn(viewer), site, answer)
  return keepingFactors(viewer, async (tx, of) => {
    if ((await tx.$count(passkeys, isOf(passkeys, of))) >= MOST_PASSKEYS)
      throw new AppError('conflict', { detail: { reason: 'manyPasskeys' } })
    if (made === null || !(await keepPasskey(tx, of, { ...made, rpId: site.id, name })))
      throw new AppError('invalid', { fields: { name: 'wrongPasskey' } })
    await tellOfFactor(tx, of, { action: 'second_factor.added', factor: { factor: 'passkey', name } })
    return firstRecoveryCodes(tx, of)
  })
}
