import 'server-only'
import { sql } from 'drizzle-orm'
import type { SignedInViewer, Viewer } from '../access/viewer.ts'
import { env } from '../env.ts'
import { AppError } from '../errors.ts'
import { connect, type Database } from './client.ts'
import { isConnectionLoss } from './guard.ts'

export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

// Kept over hot reloads, which would otherwise open a new pool each time.
const shared: { porticoDatabase?: Database } = globalThis as never

export function database(): Database {
  shared.porticoDatabase ??= connect(env.databaseUrl)
  return shared.porticoDatabase
}

/**
 * Runs one unit of work as this viewer: all of it happens or none, and every statement sees only what the viewer may see.
 * The rights are computed anew inside the transaction, so that a change of role or account bites at once.
 * @throws AppError `session_ended` where the viewer is refused altogether, `unavailable` where the database is out of reach
 */
export async function asViewer<T>(viewer: Viewer, work: (tx: Transaction) => Promise<T>, db = database()): Promise<T> {
  if (viewer.kind === 'anonymous') throw new AppError('session_ended')
  return reachable(() =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute<{ rights: unknown }>(
        viewer.kind === 'viewing-as'
          ? sql`select act_as_viewing(${viewer.engineer}, ${viewer.contact}, ${viewer.session ?? null}) as rights`
          : sql`select act_as(${viewer.kind}, ${ownerOf(viewer)}, ${viewer.session ?? null}) as rights`,
      )
      if (!row?.rights) throw new AppError('session_ended')
      return work(tx)
    }),
  )
}

/** Runs statements that need no viewer: sign-in, sessions, themes of hosts. Row-level security shows them no rows. */
export async function asNobody<T>(work: (db: Database) => Promise<T>, db = database()): Promise<T> {
  return reachable(() => work(db))
}

export function ownerOf(viewer: SignedInViewer): number {
  return viewer.kind === 'contact' ? viewer.contact : viewer.engineer
}

async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    if (error instanceof AppError) throw error
    if (isConnectionLoss(cause)) throw new AppError('unavailable', { cause })
    // A policy refused the write; or the whole transaction may only read, because somebody is viewing as a customer.
    if (cause instanceof Error && 'code' in cause && (cause.code === '42501' || cause.code === '25006'))
      throw new AppError('forbidden', { cause })
    throw error
  }
}
