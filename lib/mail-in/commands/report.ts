import 'server-only'
import { sql } from 'drizzle-orm'
import { asSystem } from '#lib/jobs/as.ts'
import type { Report } from '../mail.ts'

/** A mail of ours could not be delivered after all: it failed, and says what the other mail server said. */
export async function noteReport({ messageId, failed, answer }: Report): Promise<void> {
  const own = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId.trim())?.[1]
  if (!own || !failed) return
  await asSystem((tx) =>
    tx.execute(sql`
      update outbox set state = 'failed', problem = 'bounced', last_error = ${answer.slice(0, 500)}
      where message_id = ${own}::uuid and state = 'sent' and sent_at > now() - interval '14 days'`),
  )
}
