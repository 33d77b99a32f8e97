import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'

/** So many tickets a transaction: short enough that nobody who writes in one of them has to wait. */
const MANY = 200
const WAIT = 200
/** A job works no longer than this; the next one goes on where it stopped. */
const SPELL = 30_000

/** Brings the search documents of a text class or field up to date; till then the search itself asks what is readable. */
export async function rebuildSearch(rebuild: number, spell = SPELL): Promise<void> {
  const until = Date.now() + spell
  for (;;) {
    const [told] = await asSystem((tx) =>
      tx.execute<{ next: 'again' | 'wait' | 'done' }>(sql`select rebuild_search_on(${rebuild}, ${MANY}) as next`),
    )
    if (told?.next === 'done') return
    if (Date.now() >= until) return asSystem((tx) => enqueueJob(tx, 'search', { rebuild }))
    if (told?.next === 'wait') await pause(WAIT)
  }
}
