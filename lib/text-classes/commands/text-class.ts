import 'server-only'
import { eq } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { textClasses } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { isUsed } from '#lib/queues/uses.ts'
import type { NewTextClass, TextClassChange } from '../input.ts'
import { storedTextClass, usesOfTextClass } from '../queries/stored.ts'

/** @throws AppError `forbidden`, `invalid` for a key that is taken */
export function createTextClass(viewer: EngineerViewer, change: NewTextClass): Promise<number> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const [made] = await orTaken('key', tx.insert(textClasses).values(change).returning({ id: textClasses.id }))
    if (!made) throw new AppError('unexpected')
    await tell(tx, viewer, { id: made.id, change: 'created', after: change })
    return made.id
  })
}

/**
 * A change of visibility holds for all that has the class, old entries and files too, at once (V5).
 * @throws AppError `not_found`, `conflict`, `invalid` where customers write in the class and could not read it any more
 */
export function changeTextClass(viewer: EngineerViewer, id: number, change: TextClassChange, shown?: string) {
  return asViewer(viewer, async (tx) => {
    const before = await locked(tx, id)
    requireVersion(before, shown)
    const hides = before.customerVisible && !change.customerVisible
    if (hides && (await usesOfTextClass(tx, id)).customerQueues)
      throw new AppError('invalid', { fields: { customerVisible: 'customersWrite' } })
    await tx.update(textClasses).set(change).where(eq(textClasses.id, id))
    await tell(tx, viewer, { id, change: 'changed', before, after: { ...before, ...change } })
  })
}

/** @throws AppError `not_found`; `conflict` where an entry or file has the class, or a queue names it */
export function deleteTextClass(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const before = await locked(tx, id)
    if (isUsed(await usesOfTextClass(tx, id))) throw new AppError('conflict', { detail: { reason: 'inUse' } })
    await tx.delete(textClasses).where(eq(textClasses.id, id))
    await tell(tx, viewer, { id, change: 'deleted', before })
  })
}

async function locked(tx: Transaction, id: number): Promise<NewTextClass> {
  await requireAdministrator(tx)
  await tx.select({ id: textClasses.id }).from(textClasses).where(eq(textClasses.id, id)).for('update')
  const before = await storedTextClass(tx, id)
  if (!before) throw notFound()
  return before
}

type Telling = { id: number; change: string; before?: object; after?: object }

function tell(tx: Transaction, viewer: EngineerViewer, { id, change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `text_class.${change}`,
      subjectKind: 'text_class',
      subjectId: String(id),
      before,
      after,
    },
    tx,
  )
}
