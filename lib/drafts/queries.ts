import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '../access/viewer.ts'
import { drafts, queues, tickets } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { notFound } from '../errors.ts'
import type { Purpose } from './purpose.ts'

export type DraftFile = { id: string; name: string; contentType: string; bytes: number }

/** What somebody was writing and has not sent, with the files already stored and what was wrong at the last try. */
export type Draft = {
  id: string
  values: Record<string, string | string[]>
  problem: { code: string; fields?: Record<string, string>; detail?: Record<string, string | number> } | null
  files: DraftFile[]
}

/** Of somebody who views as a customer there is none: what is not sent yet is nobody else's to read. */
export async function draftFor(
  tx: Transaction,
  viewer: SignedInViewer | ViewingViewer,
  purpose: string,
): Promise<Draft | undefined> {
  if (viewer.kind === 'viewing-as') return undefined
  const [draft] = await tx
    .select({ id: drafts.id, values: drafts.values, problem: drafts.problem, files: filesOfDraft })
    .from(drafts)
    .where(and(ownedBy(viewer), eq(drafts.purpose, purpose)))
  return draft
}

export function ownedBy(viewer: SignedInViewer) {
  return viewer.kind === 'contact' ? eq(drafts.contactId, viewer.contact) : eq(drafts.engineerId, viewer.engineer)
}

const filesOfDraft = sql<DraftFile[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'bytes', a.bytes) order by a.created_at)
  from attachments a where a.draft_id = ${drafts}.id and a.ticket_id is null), '[]')`

/**
 * Before a body is read: that the viewer sees what the draft is for. Whether it may be sent the command decides.
 * @throws AppError `not_found` alike for an unknown ticket or queue and for one that is not the viewer's to write in
 */
export function requirePurpose(viewer: SignedInViewer, purpose: Purpose): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if ((viewer.kind === 'engineer') !== (purpose.kind === 'answer' || purpose.kind === 'open')) throw notFound()
    const found =
      'queue' in purpose
        ? await tx
            .select({ id: queues.id })
            .from(queues)
            .where(and(eq(queues.key, purpose.queue), sql`${queues.id} = any (viewer_ids('create_queues'))`))
        : await tx.select({ id: tickets.id }).from(tickets).where(eq(tickets.number, purpose.number))
    if (found.length === 0) throw notFound()
  })
}
