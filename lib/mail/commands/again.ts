import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { outbox } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'

/**
 * Gives a mail that was given up a new turn, at once; the time in which its link would have to arrive begins anew.
 * @throws AppError `conflict` where it waits already or was sent
 */
export function sendAgain(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const again = await tx
      .update(outbox)
      .set({
        state: 'pending',
        attempts: 0,
        problem: null,
        lastError: null,
        nextAttemptAt: sql`now()`,
        createdAt: sql`now()`,
      })
      .where(and(eq(outbox.id, id), inArray(outbox.state, ['failed', 'skipped'])))
      .returning({ template: outbox.template })
    if (again.length === 0) throw new AppError('conflict', { detail: { reason: 'notGivenUp' } })
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'mail.again',
        subjectKind: 'mail',
        subjectId: String(id),
      },
      tx,
    )
  })
}
