import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { mentions } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { engineersWhoRead } from '../queries/engineers.ts'

type Call = { ticket: number; entry: number; engineers: readonly number[]; body: string }

/**
 * Calls colleagues to a ticket: the chosen ones, and those whom the text names as `@Katrin Berger`. Whoever cannot read the
 * ticket is left out. A ticket stands once among an engineer's mentions, with the latest call, which is not seen yet.
 */
export async function mention(tx: Transaction, viewer: EngineerViewer, { ticket, entry, engineers, body }: Call) {
  if (engineers.length === 0 && !body.includes('@')) return
  const called = (await engineersWhoRead(tx, ticket)).filter(
    ({ id, name }) => id !== viewer.engineer && (engineers.includes(id) || body.includes(`@${name}`)),
  )
  if (called.length === 0) return
  await tx
    .insert(mentions)
    .values(called.map(({ id }) => ({ engineerId: id, ticketId: ticket, entryId: entry })))
    .onConflictDoUpdate({
      target: [mentions.engineerId, mentions.ticketId],
      set: { entryId: entry, mentionedAt: sql`now()`, seenAt: null },
    })
  for (const { id } of called) {
    await enqueueMail(tx, { template: 'desk-mentioned', engineerId: id, ticketId: ticket, entryId: entry })
  }
}
