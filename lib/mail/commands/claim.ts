import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { settings } from '#lib/settings/queries.ts'
import { isMailKey } from '../kinds.ts'
import type { QueuedMail } from '../queued.ts'
import { gatherNews } from './gather.ts'
import { HELD, laterTurn } from './turn.ts'

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
 * Takes a waiting mail up and counts the attempt. Null where it is not its turn: sent meanwhile, to be tried later, wanted
 * later by its recipient, or told together with others that waited.
 */
export async function claimMail(id: number): Promise<QueuedMail | null> {
  const { 'mail.hourly_limit': hourly } = await settings('mail.hourly_limit')
  return asSystem(async (tx) => {
    const waiting = await waitingMail(tx, id)
    if (!waiting) return null
    const { mail, now, held } = waiting
    const later = await laterTurn(tx, mail, { now, hourly })
    if (later) {
      await tx.execute(
        sql`update outbox set next_attempt_at = ${later.at.toISOString()}, problem = ${later.problem} where id = ${id}`,
      )
      return null
    }
    if (held && (await gatherNews(tx, mail))) return null
    await tx.execute(sql`update outbox set attempts = attempts + 1 where id = ${id}`)
    return { ...mail, attempts: mail.attempts + 1 }
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
  problem: string | null
  now: string
}

/** The mail, if its moment has come. One recipient's are taken up one after the other: so they are counted and gathered. */
async function waitingMail(
  tx: Transaction,
  id: number,
): Promise<{ mail: QueuedMail; now: Date; held: boolean } | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(
    'mails to ' || coalesce('contact ' || contact_id, 'engineer ' || engineer_id), 0)) from outbox where id = ${id}`)
  const [row] = await tx.execute<Row>(
    sql`select template, contact_id, engineer_id, ticket_id, entry_id, payload, message_id, attempts, created_at, problem,
        clock_timestamp() as now
      from outbox where id = ${id} and state = 'pending' and next_attempt_at <= clock_timestamp() for update`,
  )
  if (!row || !isMailKey(row.template)) return null
  const reference = (value: string | null) => (value === null ? null : Number(value))
  const mail = {
    id,
    template: row.template,
    contactId: reference(row.contact_id),
    engineerId: reference(row.engineer_id),
    ticketId: reference(row.ticket_id),
    entryId: reference(row.entry_id),
    payload: row.payload,
    messageId: row.message_id,
    attempts: row.attempts,
    createdAt: new Date(row.created_at),
  }
  return { mail, now: new Date(row.now), held: HELD.some((one) => one === row.problem) }
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
