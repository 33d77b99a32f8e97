import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { answerDue } from '#lib/queues/answer-due.ts'
import type { ServiceHours } from '#lib/queues/service-hours.ts'

/**
 * Sets until when the customer may expect an answer, or that none is owed: counted from the customer's last word while the
 * ticket waits for us. Only for a ticket in which the viewer has written in this transaction.
 */
export async function keepAnswerDue(tx: Transaction, ticketId: number): Promise<void> {
  const [clock] = await tx.execute<{ since: Date; minutes: number; hours: ServiceHours | null }>(
    sql`select since, minutes, hours from answer_clock(${ticketId})`,
  )
  const due = clock && answerDue(new Date(clock.since), clock.minutes, clock.hours)
  await tx.execute(sql`select set_answer_due(${ticketId}, ${due?.toISOString() ?? null})`)
}
