import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type SignedInViewer, type ViewingViewer, viewerShape } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { asNobody } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { settings } from '../settings/queries.ts'

export type SessionStart = {
  kind: 'contact' | 'engineer'
  owner: number
  device: string
  address: string
  /** Whether a second factor was asked, here or elsewhere. */
  secondFactor?: boolean
  /** By what it was let in, where not by a password that is kept here. */
  provenBy?: 'password' | 'directory' | 'oidc' | 'passkey'
}

/**
 * Starts a session under a new random id and returns that id, which only the cookie holds; null where refused.
 * @throws AppError `conflict` with reason `customersFull` where the licence has no place for one more customer
 */
export async function startSession(start: SessionStart): Promise<string | null> {
  const { kind, owner, device, address, secondFactor = false, provenBy = 'password' } = start
  const token = randomBytes(32).toString('base64url')
  const limits = await settings('session.absolute_minutes', 'session.idle_minutes')
  const [row] = await asNobody((db) =>
    db.execute<{ id: string | null }>(
      sql`select start_session(${kind}, ${owner}, ${hashOfSession(token)}, ${device}, ${address},
        ${limits['session.absolute_minutes']}, ${limits['session.idle_minutes']}, ${secondFactor}) as id`,
    ),
  ).catch((error: unknown) => {
    throw isFull(error) ? new AppError('conflict', { detail: { reason: 'customersFull' }, cause: error }) : error
  })
  if (!row?.id) return null
  if (provenBy !== 'password')
    await asNobody((db) => db.execute(sql`select note_proof(${hashOfSession(token)}, ${provenBy})`))
  await asNobody((db) => db.execute(sql`select notify_of_new_device(${hashOfSession(token)})`))
  return token
}

/** The viewer of a session id, with its rights as they are now; null for an unknown, ended or expired one. */
export async function viewerOfSession(token: string): Promise<SignedInViewer | ViewingViewer | null> {
  const [row] = await asNobody((db) =>
    db.execute<{ viewer: unknown }>(sql`select session_viewer(${hashOfSession(token)}) as viewer`),
  )
  return row?.viewer ? viewerShape.parse(row.viewer) : null
}

/** Ends the session of whoever leaves. */
export async function signOut(token: string, viewer: SignedInViewer | ViewingViewer, address: string): Promise<void> {
  const who =
    viewer.kind === 'contact'
      ? { actorKind: 'contact' as const, actorId: viewer.contact }
      : { actorKind: 'engineer' as const, actorId: viewer.engineer }
  await asNobody((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select end_session(${hashOfSession(token)}, 'signed_out')`)
      await record({ ...who, action: 'sign_out', address }, tx)
    }),
  )
}

/** Ends the viewing of this session, which is the engineer's again; the contact's number, to go back to, if there was one. */
export async function stopViewing(token: string): Promise<number | null> {
  const [row] = await asNobody((db) =>
    db.execute<{ contact: string | null }>(sql`select stop_viewing(${hashOfSession(token)}) as contact`),
  )
  return row?.contact ? Number(row.contact) : null
}

export function hashOfSession(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What `take_customer_place` raises. */
function isFull(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === 'LIC01'
}
