import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { accounts } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { keptAccount, tellOfAccount } from './kept-account.ts'

/** The customer cannot sign in any more, and its sessions end at once. @throws AppError `not_found`, `forbidden` */
export function disableAccount(viewer: EngineerViewer, id: number): Promise<void> {
  return setDisabled(viewer, id, true)
}

/** @throws AppError `not_found`, `forbidden` */
export function enableAccount(viewer: EngineerViewer, id: number): Promise<void> {
  return setDisabled(viewer, id, false)
}

function setDisabled(viewer: EngineerViewer, id: number, disabled: boolean): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const { account } = await keptAccount(tx, id)
    if (account.disabled === disabled) return
    // The trigger on `disabled` ends the sessions.
    await tx.update(accounts).set({ disabled }).where(eq(accounts.contactId, id))
    const action = disabled ? 'account.disabled' : 'account.enabled'
    await tellOfAccount(tx, viewer, { action, id, before: { disabled: !disabled }, after: { disabled } })
  })
}

/** Forgets failed sign-ins and ends a lock, so that the customer need not wait. @throws AppError `not_found`, `forbidden` */
export function unlockAccount(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const { account } = await keptAccount(tx, id)
    await tx.execute(sql`select unlock_account(${id})`)
    const { lockedUntil, blockedUntil } = account
    await tellOfAccount(tx, viewer, { action: 'account.unlocked', id, before: { lockedUntil, blockedUntil } })
  })
}

/** Signs the customer out everywhere. @throws AppError `not_found`, `forbidden` */
export function endSessionsOf(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await keptAccount(tx, id)
    const [row] = await tx.execute<{ ended: number }>(sql`select end_sessions_of_contact(${id}) as ended`)
    await tellOfAccount(tx, viewer, { action: 'account.sessions_ended', id, after: { ended: row?.ended ?? 0 } })
  })
}

/** Takes the account away with its password; the contact and its tickets stay. @throws AppError `not_found`, `forbidden` */
export function removeAccount(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const { account } = await keptAccount(tx, id)
    // The trigger on accounts ends the sessions.
    await tx.delete(accounts).where(eq(accounts.contactId, id))
    const { login, profileId } = account
    await tellOfAccount(tx, viewer, { action: 'account.removed', id, before: { login, profileId } })
  })
}
