import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { SignedInViewer } from '../access/viewer.ts'
import { idempotencyKeys } from './schema/index.ts'
import type { Transaction } from './transaction.ts'

/**
 * Does the work once for this key of the viewer's; later calls get the first one's result. A call at the same time waits
 * for the first to end. The key stands or falls with the work, so that after a failure the same form can be sent again.
 */
export async function once<T>(
  tx: Transaction,
  viewer: SignedInViewer,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const owner = viewer.kind === 'contact' ? { contactId: viewer.contact } : { engineerId: viewer.engineer }
  const mine = and(
    'contactId' in owner
      ? eq(idempotencyKeys.contactId, owner.contactId)
      : eq(idempotencyKeys.engineerId, owner.engineerId),
    eq(idempotencyKeys.key, key),
  )
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ ...owner, key })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id })
  if (claimed.length === 0) {
    const [done] = await tx.select({ result: idempotencyKeys.result }).from(idempotencyKeys).where(mine)
    return done?.result as T
  }
  const result = await work()
  await tx.update(idempotencyKeys).set({ result }).where(mine)
  return result
}
