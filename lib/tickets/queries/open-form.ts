import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, contacts, queues } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { type Draft, draftFor } from '#lib/drafts/queries.ts'
import { type ContactSearch, findContacts } from './contact-search.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'
import { askedFields, type HeldField } from './ticket-fields.ts'

export type OpenForm = ContactSearch & {
  nav: DeskNav
  /** Whom the ticket is for, once chosen. */
  contact: { id: number; name: string; company: string | null } | undefined
  /** Where the engineer may create. */
  queues: { value: string; label: string }[]
  queue: { id: number; value: string; label: string } | undefined
  fields: HeldField[]
  /** What the engineer was writing for this queue. */
  draft: Draft | undefined
}

type Asked = { words: string; contact: number | undefined; queue: string | undefined; locale: string }

/** Everything on the page for a new ticket: first the customer and the queue, then the queue's fields. */
export function openForm(viewer: EngineerViewer, { words, contact, queue: key, locale }: Asked): Promise<OpenForm> {
  return asViewer(viewer, async (tx) => {
    const [chosen] =
      contact === undefined
        ? []
        : await tx
            .select({ id: contacts.id, name: contacts.name, company: companies.name })
            .from(contacts)
            .leftJoin(companies, eq(companies.id, contacts.companyId))
            .where(and(eq(contacts.id, contact), eq(contacts.active, true)))
    const open = await tx
      .select({ id: queues.id, value: queues.key, label: labelIn(queues.labels, locale) })
      .from(queues)
      .where(
        and(
          eq(queues.active, true),
          eq(queues.kind, 'regular'),
          sql`${queues.id} = any (viewer_ids('create_queues')) and ${queues.id} = any (viewer_ids('read_queues'))`,
        ),
      )
      .orderBy(queues.position, queues.id)
      .limit(200)
    const queue = open.find(({ value }) => value === key)
    const asked = queue ? await askedFields(tx, viewer, { ticket: null, queue: queue.id, locale }) : []
    return {
      ...(await findContacts(tx, words)),
      nav: await deskNav(tx, viewer, locale),
      contact: chosen,
      queues: open,
      queue,
      fields: asked,
      draft: queue && (await draftFor(tx, viewer, purposeText({ kind: 'open', queue: queue.value }))),
    }
  })
}
