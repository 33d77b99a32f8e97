import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { accounts, contactDetails, engineers, entries, queues, statuses, tickets } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { asPerson } from '#lib/jobs/as.ts'
import type { QueuedMail } from '../queued.ts'

export type Facts = {
  viewer: SignedInViewer
  login: string
  email: string | null
  muted: readonly string[]
  /** Where the contact's customer group signs in, if it has a host of its own. */
  host: string | null
  ticket: { number: number; subject: string; queue: string; status: string } | null
  entry: { body: string; author: string } | null
}

/** What the recipient may see now of what the mail tells (V8); null where it may not come in at all. */
export function factsFor(
  mail: Pick<QueuedMail, 'contactId' | 'engineerId' | 'ticketId' | 'entryId'>,
): Promise<Facts | null> {
  const kind = mail.contactId === null ? 'engineer' : 'contact'
  return asPerson(kind, mail.contactId ?? mail.engineerId ?? 0, async (tx, viewer) => ({
    viewer,
    ...(await addressOf(tx, viewer)),
    ticket: mail.ticketId === null ? null : await ticketFor(tx, mail.ticketId, viewer.locale ?? 'en'),
    entry: mail.entryId === null ? null : await entryFor(tx, mail.entryId),
  }))
}

async function addressOf(tx: Transaction, viewer: SignedInViewer) {
  if (viewer.kind === 'engineer') {
    const [own] = await tx
      .select({ login: engineers.login, email: engineers.email })
      .from(engineers)
      .where(eq(engineers.id, viewer.engineer))
    return { login: own?.login ?? '', email: own?.email ?? null, muted: [], host: null }
  }
  const [own] = await tx
    .select({
      login: accounts.login,
      email: contactDetails.email,
      muted: contactDetails.mutedMails,
      host: sql<string | null>`host_of_group(${viewer.customer_group})`,
    })
    .from(accounts)
    .leftJoin(contactDetails, eq(contactDetails.contactId, accounts.contactId))
    .where(eq(accounts.contactId, viewer.contact))
  return { login: own?.login ?? '', email: own?.email ?? null, muted: own?.muted ?? [], host: own?.host ?? null }
}

async function ticketFor(tx: Transaction, id: number, locale: string) {
  const [ticket] = await tx
    .select({
      number: tickets.number,
      subject: tickets.subject,
      queue: labelIn(queues.labels, locale),
      status: labelIn(statuses.labels, locale),
    })
    .from(tickets)
    .innerJoin(queues, eq(queues.id, tickets.queueId))
    .innerJoin(statuses, eq(statuses.id, tickets.statusId))
    .where(eq(tickets.id, id))
  return ticket ?? null
}

async function entryFor(tx: Transaction, id: number) {
  const [entry] = await tx
    .select({ body: entries.body, author: entries.authorName })
    .from(entries)
    .where(eq(entries.id, id))
  return entry ?? null
}
