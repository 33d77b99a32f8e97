import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import type { ViewingInput } from './input.ts'
import { viewableContact } from './queries.ts'

/**
 * Begins to view as a contact, in the engineer's own session and for half an hour; the audit log says why.
 * @throws AppError `not_found` without *read* on the contact's group, `forbidden` without *modify accounts*, `conflict`
 *   with `reason` `notLetIn` where the contact itself is refused everything
 */
export async function startViewing(viewer: EngineerViewer, { contact, reason }: ViewingInput): Promise<void> {
  const { mayView } = await viewableContact(viewer, contact)
  if (!mayView || !viewer.session) throw new AppError('forbidden')
  const start = sql`select start_viewing(${viewer.session}, ${contact}, ${reason})`
  await asViewer(viewer, (tx) => tx.execute(start)).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'forbidden'
      ? new AppError('conflict', { detail: { reason: 'notLetIn' }, cause: error })
      : error
  })
}

/** Each page that is looked at stands in the audit log: who, as whom, and its path without what was searched for. */
export async function noteViewedPage(viewer: ViewingViewer, path: string): Promise<void> {
  await record({
    actorKind: 'engineer',
    actorId: viewer.engineer,
    action: 'viewing.page',
    subjectKind: 'contact',
    subjectId: String(viewer.contact),
    after: { path: path.split('?')[0] },
  })
}
