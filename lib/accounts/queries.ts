import 'server-only'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '../access/viewer.ts'
import { accounts, contactDetails, engineers, sessions } from '../db/schema/index.ts'
import { asViewer } from '../db/transaction.ts'
import { notFound } from '../errors.ts'

export type OwnSession = { id: string; device: string; startedAt: Date; lastUsedAt: Date; current: boolean }
export type OwnAccount = { login: string; email: string | null; sessions: OwnSession[] }

/** What the viewer may know of its own account, with its live sessions, newest use first. */
export function ownAccount(viewer: SignedInViewer | ViewingViewer): Promise<OwnAccount> {
  return asViewer(viewer, async (tx) => {
    const [account] =
      viewer.kind === 'engineer'
        ? await tx
            .select({ login: engineers.login, email: engineers.email })
            .from(engineers)
            .where(eq(engineers.id, viewer.engineer))
        : await tx
            .select({ login: accounts.login, email: contactDetails.email })
            .from(accounts)
            .leftJoin(contactDetails, eq(contactDetails.contactId, accounts.contactId))
            .where(eq(accounts.contactId, viewer.contact))
    if (!account) throw notFound()
    const live = await tx
      .select({
        id: sessions.id,
        device: sessions.device,
        startedAt: sessions.startedAt,
        lastUsedAt: sessions.lastUsedAt,
        current: sql<boolean>`${sessions.id} = ${viewer.session ?? null}`,
      })
      .from(sessions)
      .where(and(ownSession(viewer), isNull(sessions.endedAt), sql`session_alive(${sessions})`))
      .orderBy(desc(sessions.lastUsedAt))
      .limit(50)
    return { ...account, sessions: live }
  })
}

/** The sessions of the viewer itself: an administrator may read those of all. */
export function ownSession(viewer: SignedInViewer | ViewingViewer) {
  return viewer.kind === 'engineer' ? eq(sessions.engineerId, viewer.engineer) : eq(sessions.contactId, viewer.contact)
}

/** The viewer's own login, for password managers. */
export function ownLogin(viewer: SignedInViewer | ViewingViewer): Promise<string> {
  return asViewer(viewer, async (tx) => {
    const [own] =
      viewer.kind === 'engineer'
        ? await tx.select({ login: engineers.login }).from(engineers).where(eq(engineers.id, viewer.engineer))
        : await tx.select({ login: accounts.login }).from(accounts).where(eq(accounts.contactId, viewer.contact))
    if (!own) throw notFound()
    return own.login
  })
}
