import 'server-only'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { and, eq, sql } from 'drizzle-orm'
import { passkeys } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { type Asked, isOurs, newChallenge, spendChallenge } from './challenges.ts'
import { columnsOf, isOf, type Owner } from './owner.ts'
import { type Assertion, type Attestation, TRANSPORTS } from './passkey-answers.ts'
import type { RelyingParty } from './relying-party.ts'

export type Passkey = Owner & { id: number }

const ANYBODY = 'anybody'
const wordOf = ({ kind, owner }: Owner) => `${kind} ${owner}`

/** What the browser needs to make a passkey of this owner, as JSON. It replaces none that the device has already. */
export async function passkeyRequest(
  tx: Transaction,
  of: Owner,
  site: RelyingParty,
  names: { site: string; login: string; name: string },
): Promise<string> {
  const held = await tx.select({ id: passkeys.credentialId }).from(passkeys).where(isOf(passkeys, of))
  const options = await generateRegistrationOptions({
    rpID: site.id,
    rpName: names.site,
    userID: new TextEncoder().encode(wordOf(of)),
    userName: names.login,
    userDisplayName: names.name,
    attestationType: 'none',
    excludeCredentials: held,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    challenge: newChallenge('add', wordOf(of)),
  })
  return JSON.stringify(options)
}

/** A passkey that a browser has made and that was checked. */
export type NewPasskey = Pick<typeof passkeys.$inferInsert, 'credentialId' | 'publicKey' | 'counter' | 'transports'>

/**
 * Checks what a browser made and uses the challenge up, which is the system's to write. Null where the answer is not one to a
 * challenge of ours, for this owner, at this site, or not the first.
 */
export async function checkedPasskey(of: Owner, site: RelyingParty, answer: Attestation): Promise<NewPasskey | null> {
  const checked = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: (challenge) => isOurs(textOf(challenge), 'add', wordOf(of)),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!checked?.verified || !(await asSystem((tx) => spendChallenge(tx, challengeOf(answer))))) return null
  const { id, publicKey, counter } = checked.registrationInfo.credential
  const transports = answer.response.transports ?? []
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
}

/** Keeps it under this name. False where somebody has it already. */
export async function keepPasskey(
  tx: Transaction,
  of: Owner,
  passkey: NewPasskey & { rpId: string; name: string },
): Promise<boolean> {
  const kept = await tx
    .insert(passkeys)
    .values({ ...columnsOf(of), ...passkey })
    .onConflictDoNothing()
    .returning({ id: passkeys.id })
  return kept.length === 1
}

/** What the browser needs to answer with one of this owner's passkeys, as JSON. */
export async function stepRequest(tx: Transaction, site: RelyingParty, of: Owner): Promise<string> {
  const theirs = await tx
    .select()
    .from(passkeys)
    .where(and(isOf(passkeys, of), eq(passkeys.rpId, site.id)))
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    allowCredentials: theirs.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: TRANSPORTS.filter((one) => transports.includes(one)),
    })),
    // The password has been asked: having the device is enough, and one that cannot verify its user now still counts.
    userVerification: 'discouraged',
    challenge: newChallenge('second-step', wordOf(of)),
  })
  return JSON.stringify(options)
}

/** The same for a whole sign-in, with any passkey that the browser knows of this site. */
export async function signInRequest(site: RelyingParty): Promise<string> {
  const challenge = newChallenge('sign-in', ANYBODY)
  return JSON.stringify(await generateAuthenticationOptions({ rpID: site.id, userVerification: 'required', challenge }))
}

/**
 * Takes the answer of a passkey, each once; whose it is, or undefined. As a whole sign-in (`of` is absent) the device must
 * have verified its user, by finger, face or PIN.
 */
export async function acceptPasskey(
  tx: Transaction,
  site: RelyingParty,
  answer: Assertion,
  of?: Owner,
): Promise<Passkey | undefined> {
  const asked: Asked = of ? 'second-step' : 'sign-in'
  const [held] = await tx
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.credentialId, answer.id), eq(passkeys.rpId, site.id), of ? isOf(passkeys, of) : undefined))
    .for('update')
  if (!held) return undefined
  const checked = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => isOurs(textOf(challenge), asked, of ? wordOf(of) : ANYBODY),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: !of,
    credential: {
      id: held.credentialId,
      publicKey: new Uint8Array(Buffer.from(held.publicKey, 'base64url')),
      counter: held.counter,
    },
  }).catch(() => undefined)
  if (!checked?.verified || !(await spendChallenge(tx, challengeOf(answer)))) return undefined
  await tx
    .update(passkeys)
    .set({ counter: checked.authenticationInfo.newCounter, lastUsedAt: sql`now()` })
    .where(eq(passkeys.id, held.id))
  return held.contactId === null
    ? { id: held.id, kind: 'engineer', owner: held.engineerId ?? 0 }
    : { id: held.id, kind: 'contact', owner: held.contactId }
}

const textOf = (challenge: string) => Buffer.from(challenge, 'base64url').toString('utf8')

/** The challenge that the browser says it answered; only after the answer was verified. */
function challengeOf(answer: Assertion | Attestation): string {
  const said: { challenge?: unknown } = JSON.parse(textOf(answer.response.clientDataJSON))
  return textOf(String(said.challenge))
}
