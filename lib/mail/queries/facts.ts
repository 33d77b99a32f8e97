import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import {
  accounts,
  contactDetails,
  engineers,
  engineerWishes,
  entries,
  queues,
  statuses,
  tickets,
} from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { asPerson } from '#lib/jobs/as.ts'
import type { QueuedMail, QueuedNews } from '../queued.ts'

export type Facts = {
  viewer: SignedInViewer
  login: string
  email: string | null
  muted: readonly string[]
  timeZone: string | null
  /** Where the contact's customer group signs in, if it has a host of its own. */
  host: string | null
  /** What the mail tells, in the order in which it happened. */
  news: SeenNews[]
}

export type SeenNews = QueuedNews & {
  /** Null where there is none, or the recipient may not see it. */
  ticket: { number: number; subject: string; queue: string; status: string } | null
  entry: { body: string; author: string } | null
}

/** What the recipient may see now of what the mail tells (V8); null where it may not come in at all. */
export function factsFor(
  { contactId, engineerId }: Pick<QueuedMail, 'contactId' | 'engineerId'>,
  queued: readonly QueuedNews[],
): Promise<Facts | null> {
  const kind = contactId === null ? 'engineer' : 'contact'
  return asPerson(kind, contactId ?? engineerId ?? 0, async (tx, viewer) => {
    const news: SeenNews[] = []
    for (const one of queued) {
      const ticket = one.ticketId === null ? null : await ticketFor(tx, one.ticketId, viewer.locale ?? 'en')
      news.push({ ...one, ticket, entry: one.entryId === null ? null : await entryFor(tx, one.entryId) })
    }
    return { viewer, ...(await addressOf(tx, viewer)), news }
  })
}

async function addressOf(tx: Transaction, viewer: SignedInViewer) {
  if (viewer.kind === 'engineer') {
    const [own] = await tx
      .select({
        login: engineers.login,
        email: engineers.email,
        muted: engineerWishes.mutedMails,
        timeZone: engineerWishes.timeZone,
      })
      .from(engineers)
      .leftJoin(engineerWishes, eq(engineerWishes.engineerId, engineers.id))
      .where(eq(engineers.id, viewer.engineer))
    return { ...knownOf(own), host: null }
  }
  const [own] = await tx
    .select({
      login: accounts.login,
      email: contactDetails.email,
      muted: contactDetails.mutedMails,
      timeZone: contactDetails.timeZone,
      host: sql<string | null>`host_of_group(${viewer.customer_group})`,
    })
    .from(accounts)
    .leftJoin(contactDetails, eq(contactDetails.contactId, accounts.contactId))
    .where(eq(accounts.contactId, viewer.contact))
  return { ...knownOf(own), host: own?.host ?? null }
}

function knownOf(
  own: { login: string; email: string | null; muted: string[] | null; timeZone: string | null } | undefined,
) {
  return {
    login: own?.login ?? '',
    email: own?.email ?? null,
    muted: own?.muted ?? [],
    timeZone: own?.timeZone ?? null,
  }
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
