import 'server-only'
import { sql } from 'drizzle-orm'
import { asSystem } from '#lib/jobs/as.ts'
import { isMailKey, kindOf } from '../kinds.ts'
import type { QueuedMail } from '../queued.ts'

/** Nobody gets more than this in an hour, links apart, which are counted where they are asked for; the rest waits. */
const HOURLY = 60
/** After about three days in all a mail is given up. */
const WAITS = [
  '30 seconds',
  '2 minutes',
  '10 minutes',
  '30 minutes',
  '1 hour',
  '2 hours',
  '4 hours',
  '8 hours',
  '12 hours',
  '20 hours',
  '1 day',
]

export type Result =
  | { state: 'sent' }
  | { state: 'skipped' | 'failed'; problem: string; answer?: string }
  | { state: 'again'; problem: string; answer: string }

/**
 * Takes a waiting mail up and counts the attempt. Null where it is not its turn: sent meanwhile, to be tried later, or the
 * recipient had many within the hour.
 */
export function claimMail(id: number): Promise<QueuedMail | null> {
  return asSystem(async (tx) => {
    const [row] = await tx.execute<Row>(
      sql`select id, template, contact_id, engineer_id, ticket_id, entry_id, payload, message_id, attempts, created_at,
          (select count(*) from outbox o where o.state = 'sent' and o.sent_at > now() - interval '1 hour'
            and (o.contact_id = outbox.contact_id or o.engineer_id = outbox.engineer_id)) >= ${HOURLY} as many
        from outbox where id = ${id} and state = 'pending' and next_attempt_at <= now() for update`,
    )
    if (!row || !isMailKey(row.template)) return null
    if (row.many && kindOf(row.template).about !== 'link') {
      await tx.execute(sql`update outbox set next_attempt_at = now() + interval '15 minutes' where id = ${id}`)
      return null
    }
    await tx.execute(sql`update outbox set attempts = attempts + 1 where id = ${id}`)
    const reference = (value: string | null) => (value === null ? null : Number(value))
    return {
      id,
      template: row.template,
      contactId: reference(row.contact_id),
      engineerId: reference(row.engineer_id),
      ticketId: reference(row.ticket_id),
      entryId: reference(row.entry_id),
      payload: row.payload,
      messageId: row.message_id,
      attempts: row.attempts + 1,
      createdAt: new Date(row.created_at),
    }
  })
}

type Row = {
  template: string
  contact_id: string | null
  engineer_id: string | null
  ticket_id: string | null
  entry_id: string | null
  payload: Record<string, unknown>
  message_id: string
  attempts: number
  created_at: string
  many: boolean
}

/** Writes down what became of an attempt. What may go later gets its next turn by back-off, until it is given up. */
export function settleMail({ id, attempts }: QueuedMail, result: Result): Promise<void> {
  return asSystem(async (tx) => {
    if (result.state === 'sent') {
      await tx.execute(
        sql`update outbox set state = 'sent', sent_at = now(), problem = null, last_error = null where id = ${id}`,
      )
      return
    }
    const wait = result.state === 'again' ? WAITS[attempts - 1] : undefined
    const state = result.state === 'again' ? (wait ? 'pending' : 'failed') : result.state
    await tx.execute(sql`
      update outbox set state = ${state}, problem = ${result.problem}, last_error = ${result.answer ?? null},
        next_attempt_at = now() + ${wait ?? '0 seconds'}::interval where id = ${id}`)
  })
}
