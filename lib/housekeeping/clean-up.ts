import { removeOrphans } from './orphans.ts'
import { cleanPiece, type Gone } from './queries.ts'

/** So many pieces at most: what is left waits for the next time. */
const PIECES = 20

/**
 * Takes away what nobody needs any more: drafts that were not touched for 7 days, old counters of failed sign-ins,
 * remembered answers, sessions long over, old imports, registrations that are over, and files on disk that belong to nothing.
 * @returns how much of each
 */
export async function cleanUp(now = new Date()): Promise<Gone & { files: number }> {
  const sum: Gone = { drafts: 0, backOffs: 0, idempotencyKeys: 0, sessions: 0, imports: 0, registrations: 0 }
  for (let piece = 0; piece < PIECES; piece++) {
    const gone = await cleanPiece()
    for (const key of Object.keys(sum) as (keyof Gone)[]) sum[key] += gone[key]
    if (Object.values(gone).every((count) => count === 0)) break
  }
  return { ...sum, files: await removeOrphans(now) }
}
