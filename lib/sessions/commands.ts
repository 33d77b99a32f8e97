import 'server-only'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { sessions } from '../db/schema/index.ts'
import { asViewer } from '../db/transaction.ts'
import { notFound } from '../errors.ts'

const ended = { endedAt: sql`now()`, endReason: 'ended_by_administrator' }

/** Ends one session of anybody's; its next request is nobody's. @throws AppError `not_found` for one that is over or unknown */
export function endSession(viewer: EngineerViewer, id: string): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [session] = await tx
      .update(sessions)
      .set(ended)
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
      .returning({ contact: sessions.contactId, engineer: sessions.engineerId })
    if (!session) throw notFound()
    const owner = session.contact === null ? { engineer: session.engineer } : { contact: session.contact }
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'session.ended',
        subjectKind: 'session',
        subjectId: id,
        before: owner,
      },
      tx,
    )
  })
}

/** Ends all sessions of one person, but the one that does it. @returns how many */
export function endSessionsOf(viewer: EngineerViewer, kind: 'contact' | 'engineer', owner: number): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const theirs = kind === 'contact' ? eq(sessions.contactId, owner) : eq(sessions.engineerId, owner)
    const others = viewer.session ? ne(sessions.id, viewer.session) : undefined
    const gone = await tx
      .update(sessions)
      .set(ended)
      .where(and(theirs, others, isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'sessions.ended',
        subjectKind: kind,
        subjectId: String(owner),
        after: { ended: gone.length },
      },
      tx,
    )
    return gone.length
  })
}
