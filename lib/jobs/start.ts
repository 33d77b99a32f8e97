import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { env } from '../env.ts'
import { keepHouse } from '../housekeeping/keep-house.ts'
import { faultOf, log } from '../log.ts'
import { startWorker } from './worker.ts'

// Kept over hot reloads, which would otherwise start one more each time.
const shared: { porticoWorker?: Promise<void> } = globalThis as never

/** Starts this instance's worker once, as soon as the database answers; it never stops trying, and holds up nobody. */
export function workInBackground(): void {
  shared.porticoWorker ??= untilStarted()
}

async function untilStarted(): Promise<void> {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      const worker = await startWorker(env.databaseUrl)
      process.once('SIGTERM', () => void worker.stop())
      keepHouse()
      return
    } catch (error) {
      log().warn({ fault: faultOf(error) }, 'jobs wait for the database')
      await pause(wait, undefined, { ref: false })
    }
  }
}
