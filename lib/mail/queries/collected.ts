import 'server-only'
import { asc, eq } from 'drizzle-orm'
import { outbox } from '#lib/db/schema/index.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { isMailKey } from '../kinds.ts'
import type { QueuedNews } from '../queued.ts'

/** The news that were put into this mail, oldest first. */
export async function collectedIn(mail: number): Promise<QueuedNews[]> {
  const rows = await asSystem((tx) =>
    tx
      .select({
        template: outbox.template,
        ticketId: outbox.ticketId,
        entryId: outbox.entryId,
        payload: outbox.payload,
        createdAt: outbox.createdAt,
      })
      .from(outbox)
      .where(eq(outbox.collectedIn, mail))
      .orderBy(asc(outbox.id))
      .limit(200),
  )
  return rows.flatMap(({ template, ...row }) => (isMailKey(template) ? [{ ...row, template }] : []))
}
