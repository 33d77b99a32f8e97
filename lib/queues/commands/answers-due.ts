import 'server-only'
import { sql } from 'drizzle-orm'
import { asSystem } from '#lib/jobs/as.ts'
import { enqueueJob } from '#lib/jobs/commands.ts'
import { answerDue } from '../answer-due.ts'
import type { ServiceHours } from '../service-hours.ts'

const MANY = 200
const SPELL = 30_000

type Clock = { ticket: string; since: string | null; minutes: number | null; hours: ServiceHours | null }

/** Says of the queue's open tickets anew until when an answer is due, by the service that it promises now. */
export async function recountAnswersDue(queue: number, after = 0, spell = SPELL): Promise<void> {
  const until = Date.now() + spell
  let last: number | undefined = after
  while (last !== undefined) {
    if (Date.now() >= until && last !== after) {
      const from: number = last
      return asSystem((tx) => enqueueJob(tx, 'answers-due', { queue, after: from }))
    }
    last = await nextTickets(queue, last)
  }
}

/** The last ticket of those that were done, or undefined where there are no more. */
function nextTickets(queue: number, after: number): Promise<number | undefined> {
  return asSystem(async (tx) => {
    const clocks = await tx.execute<Clock>(
      sql`select ticket, since, minutes, hours from answer_clocks(${queue}, ${after}, ${MANY})`,
    )
    const due = clocks.map(({ since, minutes, hours }) =>
      since === null || minutes === null ? undefined : answerDue(new Date(since), minutes, hours),
    )
    await tx.execute(sql`select set_answers_due(${sql.param(clocks.map(({ ticket }) => ticket))}::bigint[],
      ${sql.param(due.map((at) => at?.toISOString() ?? null))}::text[]::timestamptz[])`)
    const last = clocks.at(-1)
    return last && clocks.length === MANY ? Number(last.ticket) : undefined
  })
}
