import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { mailInbox } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'

const columns = {
  active: mailInbox.active,
  host: mailInbox.host,
  port: mailInbox.port,
  security: mailInbox.security,
  login: mailInbox.login,
  folder: mailInbox.folder,
  doneFolder: mailInbox.doneFolder,
}
const state = {
  polledAt: mailInbox.polledAt,
  reachedAt: mailInbox.reachedAt,
  problem: mailInbox.problem,
  lastError: mailInbox.lastError,
  failures: mailInbox.failures,
}
export type InboxRecord = Pick<typeof mailInbox.$inferSelect, keyof typeof columns>
export type InboxState = InboxRecord & Pick<typeof mailInbox.$inferSelect, keyof typeof state> & { version: string }

/** The mailbox for replies and how it was at the last look; null where there is none. */
export function inboxState(viewer: EngineerViewer): Promise<InboxState | null> {
  return asViewer(viewer, async (tx) => {
    const [inbox] = await tx.select({ ...columns, ...state }).from(mailInbox)
    if (!inbox) return null
    const { polledAt, reachedAt, problem, lastError, failures, ...kept } = inbox
    return { ...inbox, version: versionOf(kept) }
  })
}

/** How many mails wait for an engineer, a bounded number. */
export function heldMails(viewer: EngineerViewer): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.execute(sql`select from mails_in where state = 'held' limit 1000`)
    return rows.length
  })
}
