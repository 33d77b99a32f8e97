import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { authenticators, passkeys, recoveryCodes, signInSteps } from '#lib/db/schema/index.ts'
import { asNobody, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { isOf, type Owner } from './owner.ts'
import { stepRequest } from './passkeys.ts'
import { relyingParty } from './relying-party.ts'

export type Step = Owner & { id: number; way: 'password' | 'directory' | 'oidc' | 'passkey' }

/** What a step may be taken by: an authenticator app, the host names for which there are passkeys, left recovery codes. */
export type StepChoice = Owner & { app: boolean; passkeysFor: string[]; recoveryCodes: number }

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * Opens the second step for whoever has proven the first by `way`, for ten minutes, and returns its secret; `none` where there
 * is no second factor, null where the account is refused altogether.
 */
export async function openStep(
  { kind, owner }: Owner,
  way: Step['way'],
  device: string,
): Promise<string | 'none' | null> {
  const token = randomBytes(32).toString('base64url')
  const [row] = await asNobody((db) =>
    db.execute<{ opened: boolean | null }>(
      sql`select open_sign_in_step(${kind}, ${owner}, ${hashOf(token)}, ${way}, ${device}) as opened`,
    ),
  )
  if (row?.opened == null) return null
  return row.opened ? token : 'none'
}

/** The step of this secret, in the browser that began it; undefined for one that is unknown, taken or over. */
export async function openedStep(tx: Transaction, token: string, device: string): Promise<Step | undefined> {
  const [row] = await tx
    .select()
    .from(signInSteps)
    .where(
      and(
        eq(signInSteps.tokenHash, hashOf(token)),
        eq(signInSteps.device, device.slice(0, 300)),
        isNull(signInSteps.usedAt),
        gt(signInSteps.expiresAt, sql`now()`),
      ),
    )
  if (!row) return undefined
  const { id, way, contactId, engineerId } = row
  return contactId === null
    ? { id, way, kind: 'engineer', owner: engineerId ?? 0 }
    : { id, way, kind: 'contact', owner: contactId }
}

/** Uses the step up. False where somebody was faster. */
export async function takeStep(tx: Transaction, { id }: Step): Promise<boolean> {
  const taken = await tx
    .update(signInSteps)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInSteps.id, id), isNull(signInSteps.usedAt)))
    .returning({ id: signInSteps.id })
  return taken.length === 1
}

/** What the page of the second step offers; null where there is no such step. */
export function stepChoice(token: string, device: string): Promise<StepChoice | null> {
  return asSystem(async (tx) => {
    const step = await openedStep(tx, token, device)
    if (!step) return null
    const [app] = await tx
      .select({ secret: authenticators.secret })
      .from(authenticators)
      .where(isOf(authenticators, step))
    const keys = await tx.select({ rpId: passkeys.rpId }).from(passkeys).where(isOf(passkeys, step))
    const left = await tx.$count(recoveryCodes, and(isOf(recoveryCodes, step), isNull(recoveryCodes.usedAt)))
    const { kind, owner } = step
    return {
      kind,
      owner,
      app: Boolean(app?.secret),
      passkeysFor: [...new Set(keys.map(({ rpId }) => rpId))],
      recoveryCodes: left,
    }
  })
}

/**
 * What the browser at this step needs to ask its passkeys, as JSON.
 * @throws AppError `session_ended` where the step is over, `conflict` at a host that is not known here
 */
export async function stepPasskeyRequest(token: string, headers: Headers): Promise<string> {
  const site = await relyingParty(headers)
  if (!site) throw new AppError('conflict', { detail: { reason: 'noPasskeysHere' } })
  return asSystem(async (tx) => {
    const step = await openedStep(tx, token, headers.get('user-agent') ?? '')
    if (!step) throw new AppError('session_ended')
    return stepRequest(tx, site, step)
  })
}
