import 'server-only'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { keptAccount } from '#lib/accounts/commands/kept-account.ts'
import { record } from '#lib/audit/commands.ts'
import { isOf, type Owner } from '#lib/auth/second-factor/owner.ts'
import { authenticators, passkeys, recoveryCodes } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { type FactorsHeld, factorsOf } from '../queries/of-person.ts'

type Loss = { id: number; reason: string }

/**
 * Takes away all factors of a contact who lost them; the next sign-in asks for none, or for a new one where a role requires it.
 * @throws AppError `not_found`, `forbidden` without *modify accounts*, `conflict` where there are none
 */
export function removeLostOfContact(viewer: EngineerViewer, { id, reason }: Loss): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await keptAccount(tx, id)
    const held = await takeAll(tx, { kind: 'contact', owner: id })
    await tell(tx, viewer, { kind: 'contact', owner: id }, { held, reason })
    await enqueueMail(tx, { template: 'second-factor-removed', contactId: id })
  })
}

/** The same for an engineer, by an administrator. One's own are taken away where the password is asked. */
export function removeLostOfEngineer(viewer: EngineerViewer, { id, reason }: Loss): Promise<void> {
  if (id === viewer.engineer) throw new AppError('conflict', { detail: { reason: 'ownFactor' } })
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const held = await takeAll(tx, { kind: 'engineer', owner: id })
    await tell(tx, viewer, { kind: 'engineer', owner: id }, { held, reason })
    await enqueueMail(tx, { template: 'second-factor-removed', engineerId: id })
  })
}

type Tx = Parameters<Parameters<typeof asViewer<void>>[1]>[0]

async function takeAll(tx: Tx, of: Owner): Promise<FactorsHeld> {
  const held = await factorsOf(tx, of)
  if (!held.app && held.passkeys === 0) throw new AppError('conflict', { detail: { reason: 'noFactor' } })
  for (const table of [authenticators, passkeys, recoveryCodes]) await tx.delete(table).where(isOf(table, of))
  return held
}

function tell(
  tx: Tx,
  viewer: EngineerViewer,
  { kind, owner }: Owner,
  { held, reason }: { held: FactorsHeld; reason: string },
): Promise<void> {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'second_factor.removed',
      subjectKind: kind,
      subjectId: String(owner),
      before: { app: held.app, passkeys: held.passkeys },
      after: { reason },
    },
    tx,
  )
}
