import { verifyAudit } from '../audit/queries/integrity.ts'
import { takeOverSilent } from '../import/worker.ts'
import { faultOf, log } from '../log.ts'
import { pollInbox } from '../mail-in/commands/poll.ts'
import { beginDueRuns } from '../provisioning/commands/ask.ts'
import { cleanUp } from './clean-up.ts'

const MINUTE = 60_000

/** Begins what an instance does by the clock; each thing by itself, never twice at once, and none holds up the other. */
export function keepHouse(): void {
  every(MINUTE, 'imports', takeOverSilent)
  every(10_000, 'mail in', pollInbox)
  every(MINUTE, 'directories', beginDueRuns)
  every(15 * MINUTE, 'cleaning', async () => {
    const gone = await cleanUp()
    if (Object.values(gone).some((count) => count > 0)) log().info({ gone }, 'cleaned up')
  })
  every(60 * MINUTE, 'audit', async () => {
    const { broken } = await verifyAudit(60_000)
    if (broken) log().error({ broken }, 'the audit log is broken')
  })
}

function every(milliseconds: number, name: string, work: () => Promise<unknown>): void {
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    await work().catch((error) => log().warn({ fault: faultOf(error), name }, 'housekeeping failed'))
    busy = false
  }, milliseconds)
  timer.unref()
}
