import 'server-only'
import { record } from '#lib/audit/commands.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { type Attempt, forgiveTry, reserveTry } from '../back-off.ts'
import { type Admission, admit } from '../sign-in.ts'
import { acceptAppCode, acceptRecoveryCode } from './accept.ts'
import type { Owner } from './owner.ts'
import type { Assertion } from './passkey-answers.ts'
import { acceptPasskey } from './passkeys.ts'
import { type RelyingParty, relyingParty } from './relying-party.ts'
import { openedStep, type Step, takeStep } from './steps.ts'

export type SecondProof = { by: 'app' | 'recovery'; code: string } | { by: 'passkey'; answer: Assertion }

/** Tries of the second step are counted by account like passwords, but apart: a right password forgives none of them. */
export const secondStepOf = ({ kind, owner }: Owner, address: string): Attempt => ({
  kind,
  login: `second step of ${owner}`,
  address,
})

/**
 * Takes the second step of a sign-in and admits its owner.
 * @param token the secret of the step
 * @throws AppError `session_ended` where the step is over or was taken, `too_many` where one has to wait, `invalid` with the
 *   field `code` for a wrong or used code, `conflict` as `admit`
 */
export async function finishStep(token: string, proof: SecondProof, headers: Headers): Promise<Admission> {
  const address = clientAddress(headers)
  const site = await relyingParty(headers)
  const step = await asSystem((tx) => openedStep(tx, token, headers.get('user-agent') ?? ''))
  if (!step) throw new AppError('session_ended')
  const attempt = secondStepOf(step, address)
  if (!(await reserveTry(attempt))) {
    await tell(step, address, 'blocked')
    throw new AppError('too_many')
  }
  const accepted = await asSystem(async (tx) => {
    if (!(await accepts(tx, step, proof, site))) return false
    // Thrown, so that the code is not used up either.
    if (!(await takeStep(tx, step))) throw new AppError('session_ended')
    return true
  })
  if (!accepted) {
    await tell(step, address, `wrong_${proof.by}`)
    throw new AppError('invalid', { fields: { code: proof.by === 'passkey' ? 'wrongPasskey' : 'wrongCode' } })
  }
  await forgiveTry(attempt)
  return admit({ kind: step.kind, owner: step.owner, by: step.way, secondFactor: proof.by }, headers)
}

async function accepts(tx: Transaction, step: Step, proof: SecondProof, site: RelyingParty | null): Promise<boolean> {
  if (proof.by === 'passkey') return site !== null && (await acceptPasskey(tx, site, proof.answer, step)) !== undefined
  const accept = proof.by === 'app' ? acceptAppCode : acceptRecoveryCode
  return accept(tx, step, proof.code)
}

function tell({ kind, owner }: Step, address: string, cause: string): Promise<void> {
  const after = { cause, step: 'second' }
  return record({ actorKind: kind, actorId: owner, action: 'sign_in.refused', subjectKind: kind, after, address })
}
