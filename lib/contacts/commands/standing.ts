import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { contacts } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { contactRecord } from '../queries/record.ts'

/** The contact cannot sign in any more, and its sessions end at once. @throws AppError `not_found`, `forbidden` */
export function deactivateContact(viewer: EngineerViewer, id: number): Promise<void> {
  return setActive(viewer, id, false)
}

/** The contact may sign in again, if its account says so; no old session comes back. @throws AppError `not_found`, `forbidden` */
export function reactivateContact(viewer: EngineerViewer, id: number): Promise<void> {
  return setActive(viewer, id, true)
}

function setActive(viewer: EngineerViewer, id: number, active: boolean): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, 'en')
    if (!contact.mayWrite) throw new AppError('forbidden')
    if (contact.active === active) return
    // The trigger on `active` ends the sessions.
    await tx.update(contacts).set({ active }).where(eq(contacts.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: active ? 'contact.reactivated' : 'contact.deactivated',
        subjectKind: 'contact',
        subjectId: String(id),
        before: { active: !active },
        after: { active },
      },
      tx,
    )
  })
}

/**
 * Deletes a contact on which nothing hangs.
 * @throws AppError `not_found`, `forbidden` without delete on the group, `conflict` with the reason `contactInUse`
 */
export function deleteContact(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const contact = await contactRecord(tx, id, 'en')
    if (!contact.mayDelete) throw new AppError('forbidden')
    const [row] = await tx.execute<{ held: boolean }>(sql`select hangs_on_contact(${id}) as held`)
    if (row?.held) throw new AppError('conflict', { detail: { reason: 'contactInUse' } })
    await tx.delete(contacts).where(eq(contacts.id, id))
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'contact.deleted',
        subjectKind: 'contact',
        subjectId: String(id),
        before: { group: contact.groupKey, externalId: contact.externalId },
      },
      tx,
    )
  })
}
