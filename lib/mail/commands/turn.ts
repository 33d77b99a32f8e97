import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { serverTimeZone } from '#lib/i18n/formats.ts'
import { isTimeZone } from '#lib/i18n/wall-clock.ts'
import { kindOf } from '../kinds.ts'
import type { QueuedMail } from '../queued.ts'
import { afterQuiet, type MailTimes, type Rhythm, toldAt } from '../times.ts'

/** Why a mail waits though nothing is wrong with it. */
export const HELD = ['quiet', 'digest', 'rate'] as const
type Later = { at: Date; problem: (typeof HELD)[number] }

/**
 * When this mail's turn comes by its recipient's wishes and by how many that one got within the hour; null where it is now. Links
 * never wait, and what concerns the account waits for no wish. `now` is the database's, as the row's next turn is.
 */
export async function laterTurn(
  tx: Transaction,
  mail: QueuedMail,
  { now, hourly }: { now: Date; hourly: number },
): Promise<Later | null> {
  const { about } = kindOf(mail.template)
  if (about === 'link' || mail.payload.test === 'yes') return null
  if (about !== 'account') {
    const times = await timesOf(tx, mail)
    const quiet = afterQuiet(now, times)
    if (quiet > now) return { at: quiet, problem: 'quiet' }
    const told = about === 'ticket' && mail.attempts === 0 ? toldAt(mail.createdAt, times) : now
    if (told > now) return { at: told, problem: 'digest' }
  }
  const free = await freeAgain(tx, mail, hourly)
  return free && { at: free, problem: 'rate' }
}

async function timesOf(tx: Transaction, { contactId, engineerId }: QueuedMail): Promise<MailTimes> {
  const [row] = await tx.execute<{
    rhythm: Rhythm
    hour: number
    quiet_from: number | null
    quiet_until: number | null
    time_zone: string | null
  }>(sql`select * from mail_times(${contactId}, ${engineerId})`)
  if (!row) return { rhythm: 'at-once', hour: 0, quiet: null, timeZone: 'UTC' }
  const { quiet_from: from, quiet_until: until, time_zone: zone } = row
  return {
    rhythm: row.rhythm,
    hour: row.hour,
    quiet: from === null || until === null ? null : { from, until },
    timeZone: zone && isTimeZone(zone) ? zone : serverTimeZone(),
  }
}

/** When the recipient may get one more; null where that is now. */
async function freeAgain(tx: Transaction, { contactId, engineerId }: QueuedMail, hourly: number): Promise<Date | null> {
  const [row] = await tx.execute<{ free: string }>(sql`
    select sent_at + interval '1 hour' as free from outbox
    where state = 'sent' and sent_at > now() - interval '1 hour' and (contact_id = ${contactId} or engineer_id = ${engineerId})
    order by sent_at desc offset ${hourly - 1} limit 1`)
  return row ? new Date(row.free) : null
}
