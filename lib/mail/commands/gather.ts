import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { kindOf, MAIL_KEYS } from '../kinds.ts'
import type { QueuedMail } from '../queued.ts'
import { HELD } from './turn.ts'

/** One mail tells no more than this; what is left is told by the next. */
const AT_MOST = 100
const NEWS = MAIL_KEYS.filter((key) => kindOf(key).about === 'ticket')

/**
 * Puts the news that waited for the same turn as this mail into one new mail; false where there are no others, so that this one
 * goes by itself.
 */
export async function gatherNews(
  tx: Transaction,
  { id, template, contactId, engineerId }: QueuedMail,
): Promise<boolean> {
  if (kindOf(template).about !== 'ticket') return false
  const others = await tx.execute<{ id: string }>(sql`
    select id from outbox where state = 'pending' and attempts = 0 and id <> ${id}
      and (contact_id = ${contactId} or engineer_id = ${engineerId})
      and template = any (${sql.param(NEWS)}::text[]) and problem = any (${sql.param([...HELD])}::text[])
    order by id limit ${AT_MOST - 1} for update`)
  if (others.length === 0) return false
  const ids = [id, ...others.map((other) => Number(other.id))]
  await tx.execute(sql`
    with digest as (insert into outbox (template, contact_id, engineer_id) values ('ticket-digest', ${contactId}, ${engineerId}) returning id)
    update outbox o set state = 'collected', problem = null, collected_in = digest.id from digest
    where o.id = any (${sql.param(ids)}::bigint[])`)
  return true
}
